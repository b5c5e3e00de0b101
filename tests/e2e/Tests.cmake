# The real program from outside. Python's standard library and python3-jwt, which checks tokens independently.
find_program(SYSTEM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

function(smsauth_add_e2e_test name seconds)
    add_test(NAME e2e_${name} COMMAND ${SYSTEM_PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/test_${name}.py)
    set_tests_properties(e2e_${name} PROPERTIES TIMEOUT ${seconds}
        ENVIRONMENT "SMSAUTH_PROGRAM=$<TARGET_FILE:smsauth>;SMSAUTH_SANITIZED=${SMSAUTH_SANITIZE};LC_ALL=C.UTF-8;LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/support/leaks.supp:print_suppressions=0")
endfunction()

smsauth_add_e2e_test(flow 300)
smsauth_add_e2e_test(flowrun 300)
smsauth_add_e2e_test(commands 300)
smsauth_add_e2e_test(kill 300)
smsauth_add_e2e_test(abuse 300)
smsauth_add_e2e_test(faults 300)

add_test(NAME headless_links_no_desktop
         COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:smsauth> -P ${CMAKE_CURRENT_SOURCE_DIR}/e2e/linkage.cmake)
add_test(NAME headless_finds_no_desktop
         COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${CMAKE_SOURCE_DIR} -DBINARY_DIR=${CMAKE_BINARY_DIR}/headless-check
                 -P ${CMAKE_CURRENT_SOURCE_DIR}/e2e/headless.cmake)
