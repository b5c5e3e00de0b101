# One interface target carries what every target of the project is compiled with.

add_library(smsauth_flags INTERFACE)
target_compile_options(smsauth_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    # Leaving members of a designated initialiser at their defaults is the point of it.
    -Wno-missing-field-initializers
    -fno-omit-frame-pointer)
target_compile_definitions(smsauth_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 SMSAUTH_VERSION="${PROJECT_VERSION}")
if(SMSAUTH_WERROR)
    target_compile_options(smsauth_flags INTERFACE -Werror)
endif()

if(SMSAUTH_SANITIZE)
    target_compile_options(smsauth_flags INTERFACE -fsanitize=${SMSAUTH_SANITIZE} -fno-sanitize-recover=undefined)
    target_link_options(smsauth_flags INTERFACE -fsanitize=${SMSAUTH_SANITIZE})
else()
    target_compile_options(smsauth_flags INTERFACE
        -fstack-protector-strong $<$<CONFIG:Release,RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
    target_link_options(smsauth_flags INTERFACE
        $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie> -Wl,-z,relro,-z,now)
endif()

find_program(MOLD_LINKER mold)
if(MOLD_LINKER)
    target_link_options(smsauth_flags INTERFACE -fuse-ld=mold)
endif()

# What nearly every file of a target includes, parsed once for all of them: half the time of a build. Files still
# include what they use; -DSMSAUTH_PRECOMPILE=OFF builds without, and shows who does not.
option(SMSAUTH_PRECOMPILE "Precompile common headers" ON)
function(smsauth_precompile target)
    if(SMSAUTH_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()
function(smsauth_precompile_as target other)
    if(SMSAUTH_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${other})
    endif()
endfunction()
