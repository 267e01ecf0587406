# The tests of src/clean.
gx_test(plain clean)
