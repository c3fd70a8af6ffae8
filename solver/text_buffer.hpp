// SPDX-License-Identifier: Apache-2.0
// Formats into memory and hands a stream large pieces: streams are slow a number at a time.
#pragma once

#include <fmt/format.h>

#include <iterator>
#include <ostream>
#include <utility>

namespace indus::solver {

class TextBuffer {
public:
    explicit TextBuffer(std::ostream& out) : out_{out} {}
    ~TextBuffer() { flush(); }
    TextBuffer(const TextBuffer&) = delete;
    TextBuffer& operator=(const TextBuffer&) = delete;

    template <class... Arguments>
    void add(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        if (text_.size() >= piece_bytes) flush();
    }
    void flush() {
        out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
        text_.clear();
    }

private:
    static constexpr std::size_t piece_bytes = 1 << 16;
    std::ostream& out_;
    fmt::memory_buffer text_{};
};

}  // namespace indus::solver
