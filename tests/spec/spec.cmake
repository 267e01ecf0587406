# SPDX-License-Identifier: GPL-3.0-or-later
file(GLOB documents CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.md)
foreach(document IN LISTS documents)
  cmake_path(GET document STEM name)
  gx_command_test(spec-${name} 300 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/run.py $<TARGET_FILE:guanxi-cli> ${document})
endforeach()
