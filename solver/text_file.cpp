// SPDX-License-Identifier: Apache-2.0
#include "solver/text_file.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace indus::solver {

namespace {

constexpr unsigned piece_bytes = 1U << 20;

struct Close {
    void operator()(gzFile_s* file) const { gzclose_r(file); }
};

}  // namespace

TextFile read_text_file(const std::filesystem::path& path, std::size_t most_bytes) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return {{}, "a folder"};
    const std::unique_ptr<gzFile_s, Close> file{gzopen(path.c_str(), "rb")};
    if (!file) return {{}, errno == 0 ? "no memory" : std::strerror(errno)};
    gzbuffer(file.get(), piece_bytes);

    TextFile read;
    for (;;) {
        const std::size_t before = read.text.size();
        if (before > most_bytes) return {{}, fmt::format("more than {} bytes of text", most_bytes)};
        read.text.resize(before + piece_bytes);
        const int count = gzread(file.get(), read.text.data() + before, piece_bytes);
        read.text.resize(before + static_cast<std::size_t>(count > 0 ? count : 0));
        // An error, or an end in the midst of the compressed data.
        int status = Z_OK;
        const char* message = gzerror(file.get(), &status);
        if (count < 0 || (status != Z_OK && status != Z_STREAM_END)) read.problem = message;
        if (count <= 0 || !read.problem.empty()) return read;
    }
}

}  // namespace indus::solver
