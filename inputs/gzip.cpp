// SPDX-License-Identifier: Apache-2.0
#include "inputs/gzip.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <new>
#include <vector>

namespace indus::inputs {

namespace {

/// No stored run comes near it; a file that claims more is damaged or meant to do harm.
constexpr std::size_t most_bytes = std::size_t{2} << 30;
constexpr int gzip_only = 16 + MAX_WBITS;

/// The decompressor's state, ended whatever happens.
struct Inflater {
    z_stream stream{};
    Inflater() {
        if (inflateInit2(&stream, gzip_only) != Z_OK) throw std::bad_alloc{};
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream); }
};

}  // namespace

std::variant<std::string, GzipMistake> gunzip(std::string_view bytes) {
    if (!bytes.starts_with("\x1f\x8b")) return GzipMistake{bytes.empty() ? "" : "other bytes", "a gzip file"};
    Inflater inflater;
    std::string text;
    std::vector<unsigned char> part(1 << 20);
    int status = Z_OK;
    while (status == Z_OK) {
        if (inflater.stream.avail_in == 0) {
            const std::size_t size = std::min<std::size_t>(bytes.size(), 1 << 30);
            // zlib's interface is older than const; it does not write here.
            inflater.stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
            inflater.stream.avail_in = static_cast<uInt>(size);
            bytes.remove_prefix(size);
            if (size == 0) break;
        }
        inflater.stream.next_out = part.data();
        inflater.stream.avail_out = static_cast<uInt>(part.size());
        status = inflate(&inflater.stream, Z_NO_FLUSH);
        text.append(reinterpret_cast<const char*>(part.data()), part.size() - inflater.stream.avail_out);
        if (text.size() > most_bytes) return GzipMistake{fmt::format("over {} bytes", most_bytes), "a stored run"};
    }
    if (status == Z_MEM_ERROR) throw std::bad_alloc{};
    if (status == Z_STREAM_END) return text;
    const bool ended_early = status == Z_OK || status == Z_BUF_ERROR;
    return GzipMistake{ended_early ? "a file that ends early" : "damaged bytes", "a whole gzip file"};
}

}  // namespace indus::inputs
