// SPDX-License-Identifier: Apache-2.0
#include "reports/result_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace indus::reports {

namespace {

constexpr std::size_t chunk_bytes = 1u << 18;

/// Owns a deflate stream.
class Deflater {
public:
    Deflater() {
        constexpr int gzip_window = 15 + 16;
        if (deflateInit2(&stream_, 6, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error("gzip: no memory for compression");
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    void put(std::string_view bytes, int flush, const Sink& out) {
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write to it
        stream_.avail_in = static_cast<uInt>(bytes.size());
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
            stream_.avail_out = static_cast<uInt>(buffer_.size());
            if (deflate(&stream_, flush) == Z_STREAM_ERROR) throw std::runtime_error("gzip: broken stream");
            out({buffer_.data(), buffer_.size() - stream_.avail_out});
        } while (stream_.avail_out == 0);
    }

private:
    z_stream stream_{};
    std::array<char, 1u << 16> buffer_{};
};

}  // namespace

void throw_file_error(std::string_view action, const std::filesystem::path& path, int error) {
    throw std::runtime_error(
        fmt::format("cannot {} {}: {}", action, path.string(), std::generic_category().message(error)));
}

ResultFile::ResultFile(std::filesystem::path path) : path_{std::move(path)} {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor_ < 0) throw_file_error("create", path_, errno);
}

ResultFile::~ResultFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void ResultFile::write(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= chunk_bytes) flush();
}

void ResultFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) throw_file_error("write", path_, count < 0 ? errno : ENOSPC);
        rest.remove_prefix(static_cast<std::size_t>(count));
        bytes_ += static_cast<std::uintmax_t>(count);
    }
    buffer_.clear();
}

std::uintmax_t ResultFile::finish() {
    flush();
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) throw_file_error("write", path_, errno);
    const int descriptor = descriptor_;
    descriptor_ = -1;
    if (::close(descriptor) != 0 && errno != EINTR) throw_file_error("close", path_, errno);
    return bytes_;
}

void gzip(const std::function<void(const Sink&)>& fill, const Sink& out) {
    Deflater deflater;
    fill([&](std::string_view bytes) {
        while (!bytes.empty()) {  // zlib counts input in 32 bits
            const std::string_view part = bytes.substr(0, 1u << 30);
            deflater.put(part, Z_NO_FLUSH, out);
            bytes.remove_prefix(part.size());
        }
    });
    deflater.put({}, Z_FINISH, out);
}

}  // namespace indus::reports
