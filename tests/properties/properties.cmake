# SPDX-License-Identifier: GPL-3.0-or-later
foreach(property bytes spans consumers hostile-files)
  gx_command_test(properties-${property} 600
    ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/${property}.py $<TARGET_FILE:guanxi-cli> ${PROJECT_SOURCE_DIR}/tests/samples ${GUANXI_SHARED})
endforeach()
