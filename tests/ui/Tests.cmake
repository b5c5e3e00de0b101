# The real console, driven from outside by its accessible names: tests/ui/console/*.py.
if(SMSAUTH_CONSOLE AND NOT SMSAUTH_SANITIZE)
    foreach(script first_steps journey journey_keys try_it busy_port second_start passphrase tray protection own_gateway undo_at_end)
        add_test(NAME console_${script}
                 COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/ui/console/with_display.sh
                         /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/ui/console/${script}.py)
        set_tests_properties(console_${script} PROPERTIES
            TIMEOUT 180
            # They press keys of one display each, but share the processor with nobody while they measure.
            RUN_SERIAL ON
            ENVIRONMENT "SMSAUTH_CONSOLE=$<TARGET_FILE:smsauth-console>;SMSAUTH=$<TARGET_FILE:smsauth>;SMSAUTH_SCREENSHOTS=${CMAKE_BINARY_DIR}/screenshots;PYTHONDONTWRITEBYTECODE=1")
    endforeach()
endif()

# What shops and menus read about the console.
find_program(SMSAUTH_APPSTREAMCLI appstreamcli)
if(SMSAUTH_CONSOLE AND SMSAUTH_APPSTREAMCLI)
    add_test(NAME metainfo_is_valid
             COMMAND ${SMSAUTH_APPSTREAMCLI} validate --no-net
                     ${CMAKE_SOURCE_DIR}/resources/desktop/smsauth-console.metainfo.xml)
endif()

# It compares rows in the database itself.
if(SMSAUTH_CONSOLE)
    target_link_libraries(tst_undo PRIVATE Qt6::Sql)
endif()
