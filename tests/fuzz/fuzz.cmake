# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz-NAME.c reads foreign bytes with what lies in the folders given after it. With GUANXI_FUZZ (clang) it becomes a libFuzzer target; else a
# program that replays the seeds of seeds/NAME/, in every run of the tests.
set(fuzz ${CMAKE_CURRENT_LIST_DIR})
function(gx_fuzz name)
  add_executable(fuzz-${name} ${fuzz}/fuzz-${name}.c)
  target_include_directories(fuzz-${name} PRIVATE ${PROJECT_SOURCE_DIR}/include ${fuzz})
  gx_link(fuzz-${name} ${ARGN})
  foreach(folder IN LISTS ARGN)
    target_include_directories(fuzz-${name} PRIVATE ${PROJECT_SOURCE_DIR}/src/${folder})
  endforeach()
  target_link_libraries(fuzz-${name} PRIVATE gx-warnings)
  if(GUANXI_FUZZ)
    target_link_options(fuzz-${name} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(fuzz-${name} PRIVATE ${fuzz}/replay.c)
    gx_command_test(fuzz-${name} 300 fuzz-${name} ${fuzz}/seeds/${name})
  endif()
endfunction()

gx_fuzz(document match)
gx_fuzz(fold text)
gx_fuzz(table dict)
gx_fuzz(graphml network)
