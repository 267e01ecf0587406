# SPDX-License-Identifier: GPL-3.0-or-later
# usage: cmake -DOUTPUT=FILE -DFILES=FILE;… -P digest.cmake
# Writes a header with a digest of the files: what a compiled dictionary depends on.
set(digests)
foreach(file IN LISTS FILES)
  file(SHA256 ${file} digest)
  string(APPEND digests "${digest} ")
endforeach()
string(SHA256 digest "${digests}")
file(WRITE ${OUTPUT} "#define GX_DICT_DIGEST \"${digest}\"\n")
