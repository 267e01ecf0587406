# SPDX-License-Identifier: GPL-3.0-or-later
gx_command_test(accuracy 300 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/accuracy.py $<TARGET_FILE:guanxi-cli> ${GUANXI_SHARED})
gx_command_test(evaluation 600 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/evaluation.py $<TARGET_FILE:guanxi-cli> ${GUANXI_SHARED})
gx_command_test(furniture 300 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/furniture.py $<TARGET_FILE:guanxi-cli> ${GUANXI_SHARED})
gx_command_test(accuracy-seeds 300 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/seeds.py $<TARGET_FILE:guanxi-cli> ${GUANXI_SHARED})
gx_command_test(accuracy-mentions 300 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/mentions.py $<TARGET_FILE:guanxi-cli> ${GUANXI_SHARED})
gx_command_test(accuracy-suggestions 900 ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/suggestions.py $<TARGET_FILE:guanxi-cli> ${GUANXI_SHARED})
