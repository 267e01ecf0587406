# SPDX-License-Identifier: GPL-3.0-or-later
file(GLOB cases CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*/cmd)
if(CMAKE_C_FLAGS MATCHES "-fsanitize=")
  set(sanitized --sanitized)
endif()
foreach(case IN LISTS cases)
  cmake_path(GET case PARENT_PATH folder)
  cmake_path(GET folder FILENAME name)
  gx_command_test(golden-${name} 600 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/golden.py $<TARGET_FILE:guanxi-cli> ${sanitized} ${name})
endforeach()
# It must not fight with others for the processor while it waits for its signal.
set_tests_properties(golden-interrupt PROPERTIES RUN_SERIAL ON)
