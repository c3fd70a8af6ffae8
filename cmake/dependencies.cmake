# SPDX-License-Identifier: Apache-2.0
# Packaged libraries; their Debian names stand in packages.txt.
find_package(PkgConfig REQUIRED)
find_package(Eigen3 REQUIRED NO_MODULE)
find_package(TBB REQUIRED)
find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Boost REQUIRED COMPONENTS program_options)

pkg_check_modules(COIN REQUIRED IMPORTED_TARGET cbc clp cgl osi osi-clp coinutils)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
add_library(indus_coin INTERFACE)
target_link_libraries(indus_coin INTERFACE PkgConfig::COIN)

find_path(CSV_INCLUDE_DIR csv.h REQUIRED)
find_library(CSV_LIBRARY csv REQUIRED)
add_library(indus_csv INTERFACE)
target_include_directories(indus_csv SYSTEM INTERFACE ${CSV_INCLUDE_DIR})
target_link_libraries(indus_csv INTERFACE ${CSV_LIBRARY})

add_library(indus_warnings INTERFACE)
# Warnings of the reference compiler, GCC, are errors; clang (preset fuzz) only warns.
# Off: sign-conversion (indices), and two that GCC 12 raises falsely inside std::string at -O3 (its bug 105651).
target_compile_options(indus_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion "$<$<CXX_COMPILER_ID:GNU>:-Werror>"
                       -Wno-sign-conversion "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-maybe-uninitialized>")
