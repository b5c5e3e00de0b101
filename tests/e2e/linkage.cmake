# cmake -DPROGRAM=build/dev/smsauth -P linkage.cmake : the headless program must run on a machine without a desktop.
execute_process(COMMAND ldd ${PROGRAM} OUTPUT_VARIABLE libraries RESULT_VARIABLE failed)
if(failed OR NOT libraries MATCHES "libQt6Core")
    message(FATAL_ERROR "ldd ${PROGRAM}: ${failed}\n${libraries}")
endif()
if(libraries MATCHES "libQt6(Gui|Widgets|Svg|OpenGL)|libX11|libGL")
    message(FATAL_ERROR "${PROGRAM} links ${CMAKE_MATCH_0}")
endif()
message(STATUS "${PROGRAM} links no desktop library")
