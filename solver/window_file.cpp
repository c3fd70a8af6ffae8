// SPDX-License-Identifier: Apache-2.0
#include "solver/window_file.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <cstring>
#include <string>
#include <system_error>
#include <vector>

namespace indus::solver {

namespace {

constexpr std::string_view heading = "indus-windows 1\n";

/// A record's numbers as bytes, in the order of the machine: the file never leaves it.
class Bytes {
public:
    template <class Number>
    void add(const Number& number) {
        const auto* first = reinterpret_cast<const char*>(&number);
        text_.append(first, sizeof number);
    }
    void add(const std::vector<double>& numbers) {
        add(static_cast<std::uint64_t>(numbers.size()));
        text_.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(double));
    }
    const std::string& text() const { return text_; }

private:
    std::string text_{};
};

std::uint32_t checksum(const std::string& text) {
    return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const unsigned char*>(text.data()), text.size()));
}

std::string bytes_of(const DecidedWindow& window) {
    Bytes made;
    made.add(window.kept.first);
    made.add(window.kept.last);
    made.add(window.loss);
    made.add(window.values);
    made.add(window.multipliers);
    made.add(window.duals);
    return made.text();
}

class Reading {
public:
    explicit Reading(const std::string& text) : text_{text} {}
    template <class Number>
    Number number() {
        Number made{};
        if (text_.size() - at_ < sizeof made) throw std::runtime_error("a record that is too short");
        std::memcpy(&made, text_.data() + at_, sizeof made);
        at_ += sizeof made;
        return made;
    }
    std::vector<double> numbers() {
        const auto count = number<std::uint64_t>();
        if ((text_.size() - at_) / sizeof(double) < count) throw std::runtime_error("a record that is too short");
        std::vector<double> made(count);
        if (count > 0) std::memcpy(made.data(), text_.data() + at_, count * sizeof(double));  // data() may be null
        at_ += count * sizeof(double);
        return made;
    }

private:
    const std::string& text_;
    std::size_t at_ = 0;
};

DecidedWindow window_of(const std::string& bytes) {
    Reading reading{bytes};
    DecidedWindow made;
    made.kept.first = reading.number<int>();
    made.kept.last = reading.number<int>();
    made.loss = reading.number<double>();
    made.values = reading.numbers();
    made.multipliers = reading.numbers();
    made.duals = reading.numbers();
    return made;
}

/// The record at the file's place, without its length and checksum; nothing where it is cut off or spoilt.
std::optional<std::string> read_record(std::fstream& file, std::uintmax_t file_size) {
    std::uint64_t size = 0;
    std::uint32_t sum = 0;
    if (!file.read(reinterpret_cast<char*>(&size), sizeof size) || size > file_size) return std::nullopt;
    std::string bytes(size, '\0');
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size)) ||
        !file.read(reinterpret_cast<char*>(&sum), sizeof sum) || sum != checksum(bytes))
        return std::nullopt;
    return bytes;
}

}  // namespace

void WindowFile::open(std::uint64_t fingerprint) {
    places_.clear();
    found_ = 0;
    std::error_code ignored;
    std::filesystem::create_directories(path_.parent_path(), ignored);
    file_.close();
    file_.clear();
    file_.open(path_, std::ios::in | std::ios::out | std::ios::binary);
    const std::streamoff end = file_ ? read_places(fingerprint) : -1;
    if (end < 0) return begin_anew(fingerprint);
    file_.clear();
    file_.seekp(end);
    found_ = static_cast<int>(places_.size());
}

/// Where the next record goes; negative where the file is of another run.
std::streamoff WindowFile::read_places(std::uint64_t fingerprint) {
    std::error_code not_a_file;
    const std::uintmax_t file_size = std::filesystem::file_size(path_, not_a_file);
    if (not_a_file) return -1;
    std::string head(heading.size(), '\0');
    std::uint64_t own = 0;
    if (!file_.read(head.data(), static_cast<std::streamsize>(head.size())) || head != heading ||
        !file_.read(reinterpret_cast<char*>(&own), sizeof own) || own != fingerprint)
        return -1;
    std::streamoff end = file_.tellg();
    while (const std::optional<std::string> bytes = read_record(file_, file_size)) {
        const DecidedWindow window = window_of(*bytes);
        places_[{window.kept.first, window.kept.last}] = end;
        end = file_.tellg();
    }
    return end;
}

void WindowFile::begin_anew(std::uint64_t fingerprint) {
    file_.close();
    file_.clear();
    file_.open(path_, std::ios::in | std::ios::out | std::ios::binary | std::ios::trunc);
    file_.write(heading.data(), static_cast<std::streamsize>(heading.size()));
    file_.write(reinterpret_cast<const char*>(&fingerprint), sizeof fingerprint);
    file_.flush();
    if (!file_) problem_ = fmt::format("{} cannot be written: the run cannot go on after a stop", path_.string());
}

void WindowFile::keep(const DecidedWindow& window) {
    if (!problem_.empty()) return;
    const std::string bytes = bytes_of(window);
    const std::uint64_t size = bytes.size();
    const std::uint32_t sum = checksum(bytes);
    file_.clear();
    const std::streamoff place = file_.tellp();
    file_.write(reinterpret_cast<const char*>(&size), sizeof size);
    file_.write(bytes.data(), static_cast<std::streamsize>(size));
    file_.write(reinterpret_cast<const char*>(&sum), sizeof sum);
    file_.flush();
    if (!file_) {
        problem_ = fmt::format("{} cannot be written any further: the run goes on after a stop from there only",
                               path_.string());
        return;
    }
    places_[{window.kept.first, window.kept.last}] = place;
}

std::optional<DecidedWindow> WindowFile::recall(Window kept) const {
    const auto known = places_.find({kept.first, kept.last});
    if (known == places_.end()) return std::nullopt;
    file_.clear();
    const std::streamoff end = file_.tellp();
    file_.seekg(known->second);
    std::error_code gone;
    const std::uintmax_t file_size = std::filesystem::file_size(path_, gone);
    const std::optional<std::string> bytes = gone ? std::nullopt : read_record(file_, file_size);
    file_.clear();
    file_.seekp(end);
    if (!bytes) return std::nullopt;
    return window_of(*bytes);
}

void WindowFile::remove() {
    if (!file_.is_open()) return;
    file_.close();
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

}  // namespace indus::solver
