// SPDX-License-Identifier: Apache-2.0
// Layout: APPNOTE.TXT, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
#include "reports/zip_parts.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace indus::reports {

namespace {

constexpr std::string_view end_mark{"PK\x05\x06"}, entry_mark{"PK\x01\x02"}, local_mark{"PK\x03\x04"};
constexpr std::size_t end_size = 22, entry_size = 46, local_size = 30;

class Zip {
public:
    explicit Zip(const std::filesystem::path& file) : file_{file} {
        std::ostringstream bytes;
        bytes << std::ifstream{file, std::ios::binary}.rdbuf();
        bytes_ = bytes.str();
    }

    void visit(const std::function<void(const std::string&, std::string_view)>& visit) const {
        const std::size_t end = bytes_.rfind(end_mark);
        if (end == std::string::npos || end + end_size > bytes_.size()) fail("no end of its directory");
        const std::size_t count = number(end + 10, 2);
        std::size_t at = number(end + 16, 4);
        for (std::size_t i = 0; i < count; ++i) {
            if (text(at, 4) != entry_mark) fail("a broken directory");
            const std::size_t name_size = number(at + 28, 2);
            const std::string name{text(at + entry_size, name_size)};
            visit(name, content(at, name));
            at += entry_size + name_size + number(at + 30, 2) + number(at + 32, 2);
        }
    }

private:
    std::string content(std::size_t entry, const std::string& name) const {
        const std::size_t method = number(entry + 10, 2), packed_size = number(entry + 20, 4),
                          size = number(entry + 24, 4), local = number(entry + 42, 4);
        if (text(local, 4) != local_mark) fail("a broken part " + name);
        const std::string_view packed =
            text(local + local_size + number(local + 26, 2) + number(local + 28, 2), packed_size);
        std::string plain(size, '\0');
        if (method == 0)
            plain = packed;
        else if (method != Z_DEFLATED || !inflated(packed, plain))
            fail("a damaged part " + name);
        const auto sum = crc32(0, reinterpret_cast<const Bytef*>(plain.data()), static_cast<uInt>(plain.size()));
        if (sum != number(entry + 16, 4)) fail("a wrong checksum of " + name);
        return plain;
    }

    static bool inflated(std::string_view packed, std::string& plain) {
        z_stream stream{};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib does not write to it
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = reinterpret_cast<Bytef*>(plain.data());
        stream.avail_out = static_cast<uInt>(plain.size());
        const int status = inflate(&stream, Z_FINISH);
        const bool whole = status == Z_STREAM_END && stream.total_out == plain.size();
        inflateEnd(&stream);
        return whole;
    }

    std::string_view text(std::size_t at, std::size_t size) const {
        if (at > bytes_.size() || size > bytes_.size() - at) fail("an early end");
        return std::string_view{bytes_}.substr(at, size);
    }
    /// Little-endian.
    std::size_t number(std::size_t at, std::size_t size) const {
        std::size_t value = 0;
        const std::string_view part = text(at, size);
        for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<unsigned char>(part[i]);
        return value;
    }
    [[noreturn]] void fail(std::string_view why) const {
        throw std::runtime_error(fmt::format("cannot read {}: {}", file_.string(), why));
    }

    std::filesystem::path file_;
    std::string bytes_;
};

}  // namespace

void for_each_zip_part(const std::filesystem::path& file,
                       const std::function<void(const std::string& name, std::string_view text)>& visit) {
    Zip{file}.visit(visit);
}

bool ends_with_root(std::string_view xml) {
    std::size_t begin = xml.find('<');
    while (begin != std::string_view::npos && xml.substr(begin, 2) == "<?") begin = xml.find('<', begin + 1);
    if (begin == std::string_view::npos) return false;
    const std::string_view name = xml.substr(begin + 1, xml.find_first_of(" />\r\n", begin + 1) - begin - 1);
    const std::size_t last = xml.find_last_of('<');
    const std::string_view tail = xml.substr(last, xml.find_last_not_of(" \r\n") + 1 - last);
    return tail == fmt::format("</{}>", name) || (last == begin && tail.ends_with("/>"));
}

}  // namespace indus::reports
