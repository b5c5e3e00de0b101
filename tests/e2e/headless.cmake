# cmake -DSOURCE_DIR=… -DBINARY_DIR=… -P headless.cmake : without the console, CMake looks for no desktop library.
file(REMOVE_RECURSE ${BINARY_DIR})
execute_process(
    COMMAND ${CMAKE_COMMAND} -S ${SOURCE_DIR} -B ${BINARY_DIR} -G Ninja -DSMSAUTH_CONSOLE=OFF -DBUILD_TESTING=OFF
    OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "${output}")
endif()
file(STRINGS ${BINARY_DIR}/CMakeCache.txt found REGEX "^Qt6(Gui|Widgets|Svg|OpenGL)_DIR:")
file(STRINGS ${BINARY_DIR}/build.ninja linked REGEX "libQt6(Gui|Widgets|Svg|OpenGL)")
file(STRINGS ${BINARY_DIR}/CMakeCache.txt core REGEX "^Qt6Core_DIR:PATH=/")
if(found OR linked OR NOT core)
    message(FATAL_ERROR "found: ${found}\nlinked: ${linked}\nQt6Core: ${core}")
endif()
file(REMOVE_RECURSE ${BINARY_DIR})
message(STATUS "The server needs no desktop library")
