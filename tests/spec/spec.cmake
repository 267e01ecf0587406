# SPDX-License-Identifier: GPL-3.0-or-later
file(GLOB documents CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.md)
foreach(document IN LISTS documents)
  cmake_path(GET document STEM name)
  set(runner run.py)
  if(name STREQUAL "clean")
    set(runner run-clean.py)
  endif()
  gx_command_test(spec-${name} 300 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/${runner} $<TARGET_FILE:guanxi-cli> ${document})
endforeach()
# The guide to the tables is one too.
gx_command_test(spec-dicts 300 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/run-guide.py $<TARGET_FILE:guanxi-cli> ${PROJECT_SOURCE_DIR}/dicts/README.md)
