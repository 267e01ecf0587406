# SPDX-License-Identifier: GPL-3.0-or-later
gx_command_test(consumer 300 sh ${CMAKE_CURRENT_LIST_DIR}/consumer.sh
  ${PROJECT_BINARY_DIR} ${CMAKE_CURRENT_LIST_DIR}/consumer.c ${CMAKE_C_COMPILER} ${CMAKE_C_FLAGS})
