# The real program from outside. Python's standard library, python3-jwt, which checks tokens independently, and
# python3-cryptography, which makes certificates.
find_program(SYSTEM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

# Preloaded by the fault tests. Not instrumented: it comes before the sanitizer's own library.
add_library(smsauth_interpose MODULE e2e/interpose.cpp)
set_target_properties(smsauth_interpose PROPERTIES PREFIX "" AUTOMOC OFF)
target_compile_options(smsauth_interpose PRIVATE -fno-sanitize=all -U_FORTIFY_SOURCE)
target_link_options(smsauth_interpose PRIVATE -fno-sanitize=all)
target_link_libraries(smsauth_interpose PRIVATE ${CMAKE_DL_LIBS})

function(smsauth_add_e2e_test script seconds)
    string(REGEX REPLACE "^test_" "" name ${script})
    add_test(NAME e2e_${name} COMMAND ${SYSTEM_PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/e2e/${script}.py)
    set_tests_properties(e2e_${name} PROPERTIES TIMEOUT ${seconds}
        ENVIRONMENT "SMSAUTH_PROGRAM=$<TARGET_FILE:smsauth>;SMSAUTH_INTERPOSE=$<TARGET_FILE:smsauth_interpose>;SMSAUTH_SANITIZED=${SMSAUTH_SANITIZE};LC_ALL=C.UTF-8;LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/support/leaks.supp:print_suppressions=0")
endfunction()

foreach(subject flow flowrun commands shell abuse history faults)
    smsauth_add_e2e_test(test_${subject} 300)
endforeach()
# Attacks and faults: a quick look here, the full figures in `./dev soak`.
foreach(subject fault_kill fault_audit attack_codes attack_http hostile_gateway canaries unsafe_settings fault_disk fault_clock tls)
    smsauth_add_e2e_test(${subject} 300)
endforeach()

add_test(NAME headless_links_no_desktop
         COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:smsauth> -P ${CMAKE_CURRENT_SOURCE_DIR}/e2e/linkage.cmake)
add_test(NAME headless_finds_no_desktop
         COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${CMAKE_SOURCE_DIR} -DBINARY_DIR=${CMAKE_BINARY_DIR}/headless-check
                 -P ${CMAKE_CURRENT_SOURCE_DIR}/e2e/headless.cmake)

# What compiler, linker, kernel and systemd are asked for. Sanitizers want other things of them.
if(NOT SMSAUTH_SANITIZE)
    smsauth_add_e2e_test(hardening 120)
    smsauth_add_e2e_test(systemd_unit 180)
    find_program(SYSTEMD_ANALYZE systemd-analyze)
    if(NOT SYSTEMD_ANALYZE)
        message(WARNING "systemd-analyze was not found: the test e2e_systemd_unit will not run.")
        set_tests_properties(e2e_systemd_unit PROPERTIES DISABLED TRUE)
    endif()
endif()
