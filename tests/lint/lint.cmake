# SPDX-License-Identifier: GPL-3.0-or-later
set(lint ${CMAKE_CURRENT_LIST_DIR})
foreach(check sizes calls layers files tables)
  gx_command_test(lint-${check} 60 ${PYTHON3} ${lint}/lint.py ${PROJECT_SOURCE_DIR} ${check})
endforeach()
gx_command_test(lint-headers 120 sh ${lint}/headers.sh ${PROJECT_SOURCE_DIR}/include ${CMAKE_C_COMPILER})
gx_command_test(lint-format 120 sh ${lint}/format.sh ${PROJECT_SOURCE_DIR})
gx_command_test(lint-dictionary 120 guanxi-cli dict check -q)
