# Every library that the project needs, looked for in one place.

set(qtComponents Core Network Sql HttpServer DBus)
if(SMSAUTH_CONSOLE)
    list(APPEND qtComponents Gui Widgets Svg LinguistTools)
endif()
if(BUILD_TESTING)
    list(APPEND qtComponents Test)
endif()
find_package(Qt6 6.4.2 REQUIRED COMPONENTS ${qtComponents})
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5 AND Qt6_VERSION VERSION_LESS 6.8)
    message(FATAL_ERROR "Qt ${Qt6_VERSION}: QHttpServer of Qt 6.5 to 6.7 matches neither of the two "
                        "interfaces that this project knows. Use Qt 6.4.2 or Qt 6.8 and newer.")
endif()

find_package(Qt6Keychain REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)

# libphonenumber ships neither CMake nor pkg-config files.
find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h REQUIRED)
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
find_library(PROTOBUF_LIBRARY NAMES protobuf protobuf-lite REQUIRED)
add_library(phonenumber INTERFACE)
target_include_directories(phonenumber SYSTEM INTERFACE ${PHONENUMBER_INCLUDE_DIR})
target_link_libraries(phonenumber INTERFACE ${PHONENUMBER_LIBRARY} ${PROTOBUF_LIBRARY})
