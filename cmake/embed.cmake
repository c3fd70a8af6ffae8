# SPDX-License-Identifier: Apache-2.0
# Puts the report's page, style, script and chart library into the executable, so that it stands alone.
# Each file becomes the symbols indus_asset_NAME_begin and indus_asset_NAME_end.
function(indus_embed target)
    set(web ${CMAKE_SOURCE_DIR}/reports/web)
    set(echarts ${web}/node_modules/echarts/dist/echarts.min.js)
    if(NOT EXISTS ${echarts})
        message(FATAL_ERROR "ECharts is missing: run './dev setup', which installs it by reports/web/package-lock.json")
    endif()
    set(assembly ${CMAKE_BINARY_DIR}/assets.S)
    set(text "    .section .rodata\n")
    set(files ${web}/report.html ${web}/report.css ${web}/report.js ${echarts})
    set(names report_html report_css report_js echarts_js)
    foreach(file name IN ZIP_LISTS files names)
        string(APPEND text "    .global indus_asset_${name}_begin\nindus_asset_${name}_begin:\n    .incbin \"${file}\"\n"
                           "    .global indus_asset_${name}_end\nindus_asset_${name}_end:\n    .byte 0\n")
    endforeach()
    string(APPEND text "    .section .note.GNU-stack,\"\",%progbits\n")
    file(CONFIGURE OUTPUT ${assembly} CONTENT "${text}" @ONLY)
    set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${files}")
    target_sources(${target} PRIVATE ${assembly})
endfunction()
