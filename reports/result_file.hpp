// SPDX-License-Identifier: Apache-2.0
// A file of which every byte is known to have reached the disk, or an exception says why not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "reports/sink.hpp"

namespace indus::reports {

/// "cannot write results/island/base/report.html: No space left on device".
[[noreturn]] void throw_file_error(std::string_view action, const std::filesystem::path& path, int error);

class ResultFile {
public:
    explicit ResultFile(std::filesystem::path path);
    ~ResultFile();
    ResultFile(const ResultFile&) = delete;
    ResultFile& operator=(const ResultFile&) = delete;

    void write(std::string_view bytes);
    /// Flushes to the disk and closes; returns the number of bytes written.
    std::uintmax_t finish();

private:
    void flush();

    std::filesystem::path path_;
    std::string buffer_;
    int descriptor_ = -1;
    std::uintmax_t bytes_ = 0;
};

/// Calls `fill` with a sink that compresses into `out`. The header carries no time and no name.
void gzip(const std::function<void(const Sink&)>& fill, const Sink& out);

}  // namespace indus::reports
