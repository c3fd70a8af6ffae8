// SPDX-License-Identifier: Apache-2.0
// Stored runs: solution.json.gz.
#include <zlib.h>

#include <stdexcept>
#include <string>

#include "inputs/gzip.hpp"
#include "inputs/read_solution.hpp"
#include "readers.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {

namespace {

/// The bytes as a gzip file, stored without compression.
std::string packed(std::string_view bytes) {
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    if (deflateInit2(&stream, 0, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("no memory for compression");
    std::string text(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write to it
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    deflate(&stream, Z_FINISH);
    text.resize(stream.total_out);
    deflateEnd(&stream);
    return text;
}

void read_stored(std::string_view bytes) {
    static const TemporaryFolder folder;
    folder.write("solution.json.gz", bytes);
    for (const inputs::Issue& issue : inputs::read_solution(folder.path()).issues) static_cast<void>(to_string(issue));
}

}  // namespace

/// The JSON text inside the file.
void fuzz_stored(std::string_view bytes) { read_stored(packed(bytes)); }

/// The file as it is.
void fuzz_gzip(std::string_view bytes) { read_stored(bytes); }

}  // namespace indus::tests
