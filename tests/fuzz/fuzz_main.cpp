// SPDX-License-Identifier: Apache-2.0
// libFuzzer's entry, built once per reader (INDUS_FUZZ_READER).
#include <cstddef>
#include <cstdint>

#include "readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    indus::tests::INDUS_FUZZ_READER({reinterpret_cast<const char*>(data), size});
    return 0;
}
