gx_test(fold text)
gx_test(words text)
gx_test(sentence clean text)
