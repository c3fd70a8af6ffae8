// SPDX-License-Identifier: Apache-2.0
// Files that are damaged, cut off, of another kind or meant to do harm: a message each, never a crash.
#include <zlib.h>

#include "tests/inputs/importers/imported_file.hpp"

namespace indus::tests {

namespace {

using namespace std::string_literals;

std::vector<std::string> read(const std::string& text, const std::string& format = {}) {
    return ImportedFile{"file", text}.messages(format);
}

/// A gzip file.
std::string compressed(const std::string& text) {
    std::string bytes(text.size() + 1000, '\0');
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<unsigned>(text.size());
    stream.next_out = reinterpret_cast<unsigned char*>(bytes.data());
    stream.avail_out = static_cast<unsigned>(bytes.size());
    deflate(&stream, Z_FINISH);
    bytes.resize(bytes.size() - stream.avail_out);
    deflateEnd(&stream);
    return bytes;
}

TEST(ImportHostile, EmptyFile) { EXPECT_THAT(read("").front(), "file: found nothing, expected mpc.version = '2';"); }

TEST(ImportHostile, TruncatedJson) {
    EXPECT_THAT(
        read("{\n \"time_periods\": 2, \"demand\": [5"),
        ElementsAre("file:2:32: found 'ds\": 2, \"demand\": [5', expected a JSON document, which ends being one "
                    "here"));
}

TEST(ImportHostile, NumbersThatAreNone) {
    EXPECT_THAT(
        read("{\"time_periods\": NaN}"),
        ElementsAre("file:1:18: found '{\"time_periods\": NaN}', expected a JSON document, which ends being one "
                    "here"));
    EXPECT_THAT(read("{\"time_periods\": 1e999}"),
                ElementsAre("file: found 'a number out of range', expected a JSON document"));
}

TEST(ImportHostile, NamesThatOccurTwice) {
    EXPECT_THAT(read("{\"a\": {\"b\": 1, \"b\": 2}}"),
                ElementsAre("file: found 'b', expected a name only once in an object, and it occurs twice"));
}

TEST(ImportHostile, NoObject) {
    EXPECT_THAT(read("[1, 2]"), ElementsAre("file: found 'an array', expected a JSON object"));
}

TEST(ImportHostile, AnotherKindOfJson) {
    EXPECT_THAT(
        read("{\"type\": \"FeatureCollection\"}"),
        ElementsAre("file: found 'a JSON document of another kind', expected one of the formats matpower, egret, "
                    "unitcommitment-jl, pglib-uc"));
}

TEST(ImportHostile, UnknownFormat) {
    EXPECT_THAT(read("{}", "pglib"),
                ElementsAre("options: format: found 'pglib', expected one of matpower, egret, unitcommitment-jl, "
                            "pglib-uc"));
}

TEST(ImportHostile, WrongTypesEverywhere) {
    EXPECT_THAT(read(R"({"elements": [], "system": 3})"),
                ElementsAre("file: system: found '3', expected an object",
                            "file: elements: found 'an array', expected an object"));
    EXPECT_THAT(read(R"({"Parameters": "x", "Buses": 1})"),
                ElementsAre("file: Parameters: found 'x', expected an object"));
}

TEST(ImportHostile, DeepNesting) {
    const int depth = 200000;
    const std::string nested =
        "{\"time_periods\": " + std::string(depth, '[') + std::string(depth, ']') + ", \"thermal_generators\": {}}";
    EXPECT_THAT(read(nested).front(), "file: time_periods: found 'an array', expected a number");
}

TEST(ImportHostile, BinaryFile) {
    EXPECT_THAT(read("\x00\x01\xff\xfe"s),
                ElementsAre("file: found 'bytes that are no text', expected a MATPOWER case"));
    EXPECT_THAT(read("\xff\xfe\x00"s, "egret").size(), 1u);
}

TEST(ImportHostile, DamagedGzip) {
    const std::string whole = compressed("{\"time_periods\": 1}");
    EXPECT_THAT(read(whole.substr(0, whole.size() / 2)),
                ElementsAre("file: found 'a file that ends early', expected a whole gzip file"));
    std::string damaged = whole;
    damaged[12] = static_cast<char>(damaged[12] ^ 0x55);
    EXPECT_EQ(read(damaged).size(), 1u);
    EXPECT_THAT(read(whole).front(),
                "file: found 'a JSON document of another kind', expected one of the formats matpower, "
                "egret, unitcommitment-jl, pglib-uc");
}

TEST(ImportHostile, MissingFileAndFolder) {
    const TemporaryFolder folder;
    EXPECT_THAT(ImportedFile::texts(inputs::read_file(folder.path() / "none.json")),
                ElementsAre("none.json: found nothing, expected a file that can be read"));
    EXPECT_THAT(ImportedFile::texts(inputs::read_file(folder.path())).size(), 1u);
}

TEST(ImportHostile, ManyProblemsAreCut) {
    std::string text = "{\"time_periods\": 1, \"demand\": [1], \"thermal_generators\": {}";
    for (int i = 0; i < 150; ++i) text += ", \"unknown_" + std::to_string(i) + "\": 1";
    const std::vector<std::string> found = read(text + "}");
    ASSERT_EQ(found.size(), 101u);
    EXPECT_EQ(found.back(), "file: found '50 more problems', expected none");
}

TEST(ImportHostile, NamesThatNoTableCanHold) {
    EXPECT_THAT(
        read(R"({"time_periods": 1, "demand": [1], "thermal_generators": {},
                         "renewable_generators": {" wind": {"power_output_minimum": [0], "power_output_maximum": [1]}}})"),
        ElementsAre("file: renewable_generators. wind: name: found ' wind', expected a text without blanks at its "
                    "ends and without NUL characters"));
}

TEST(ImportHostile, FolderThatIsNotEmpty) {
    const TemporaryFolder folder;
    folder.write("tiny.json", "{\"time_periods\": 1, \"demand\": [1], \"thermal_generators\": {}}");
    folder.write("case/mine.txt", "kept");
    const auto issues = inputs::import_file(folder.path() / "tiny.json", "pglib-uc", folder.path() / "case");
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(issues.front().expected, "a folder that is empty or not there yet");
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "case/mine.txt"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "case.new"));
}

}  // namespace

}  // namespace indus::tests
