// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/compare.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "benchmarks/measured.hpp"

namespace indus::bench {

namespace {

constexpr double counted_factor = 1.02;  ///< of instructions

const std::string nothing = "-";

std::string label(const Result& result) { return fmt::format("{} at {:g} %", result.instance, 100.0 * result.gap); }

bool is_same(const Result& left, const Result& right) {
    return left.instance == right.instance && left.curve == right.curve &&
           std::abs(left.gap - right.gap) <= 1e-9 * std::abs(right.gap);
}
bool is_same(const PartResult& left, const PartResult& right) { return left.name == right.name; }

/// The entry of a list that is like the given one; null where there is none.
template <class T>
const T* found(const std::vector<T>& list, const T& like) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const T& each) { return is_same(each, like); });
    return at == list.end() ? nullptr : &*at;
}

std::string change(double before, double now) {
    return before > 0.0 ? fmt::format("{:+.1f} %", 100.0 * (now / before - 1.0)) : nothing;
}

bool is_resized(const Result& before, const Result& now) {
    const auto &old = before.runs.front().program, &fresh = now.runs.front().program;
    return old && fresh && *old != *fresh;
}

std::string seconds_text(const Measured& measured) {
    if (measured.seconds.empty()) return "failed";
    return measured.is_proven ? fmt::format("{:.2f}", median(measured.seconds))
                              : fmt::format("> {:.0f}", most(measured.seconds));
}

class Comparing {
public:
    Comparing(const Report& before, const Report& now)
        : before_{before},
          now_{now},
          same_libraries_{before.libraries == now.libraries && before.compiler == now.compiler},
          same_machine_{same_libraries_ && before.cores == now.cores && before.processor == now.processor},
          limit_seconds_{std::min(before.limit_seconds, now.limit_seconds)} {}

    Comparison run() {
        remark_on_machines();
        for (const Result& each : before_.results)
            if (const Result* later = found(now_.results, each)) add(each, *later);
        for (const PartResult& each : before_.parts)
            if (const PartResult* later = found(now_.parts, each)) add(each, *later);
        if (!resized_.empty())
            made_.remarks.push_back(
                fmt::format("The program has another size than before: {}.", fmt::join(resized_, ", ")));
        remark_on_missing("earlier", before_, now_);
        remark_on_missing("later", now_, before_);
        if (is_suspicious_)
            made_.remarks.emplace_back(
                "What is marked 'worse?' may be noise: run both again with --repeat 3 and nothing beside it.");
        return std::move(made_);
    }

private:
    void remark_on_machines() {
        const auto differ = [&](const char* what, const auto& left, const auto& right) {
            if (left != right) made_.remarks.push_back(fmt::format("The {} differ: {} and {}.", what, left, right));
        };
        differ("cores", before_.cores, now_.cores);
        differ("processors", before_.processor, now_.processor);
        differ("compilers", before_.compiler, now_.compiler);
        differ("libraries", fmt::format("{}", fmt::join(before_.libraries, ", ")),
               fmt::format("{}", fmt::join(now_.libraries, ", ")));
        if (!same_machine_)
            made_.remarks.push_back(fmt::format("So times and memory are shown and not judged{}.",
                                                same_libraries_ ? "" : ", and neither are counts of instructions"));
        if (before_.limit_seconds != now_.limit_seconds && !before_.results.empty() && !now_.results.empty())
            made_.remarks.push_back(fmt::format(
                "The limits differ: {:g} s and {:g} s. What took longer than the lesser counts as not proven.",
                before_.limit_seconds, now_.limit_seconds));
    }

    void remark_on_missing(const char* which, const Report& one, const Report& other) {
        std::vector<std::string> names;
        for (const Result& each : one.results)
            if (found(other.results, each) == nullptr) names.push_back(label(each));
        for (const PartResult& each : one.parts)
            if (found(other.parts, each) == nullptr) names.push_back(each.name);
        if (!names.empty())
            made_.remarks.push_back(
                fmt::format("Not compared, only in the {} file: {}.", which, fmt::join(names, "; ")));
    }

    void add(const Result& before, const Result& now) {
        const Measured old{before, limit_seconds_}, fresh{now, limit_seconds_};
        if (!old.was_run() || !fresh.was_run()) return;
        if (is_resized(before, now)) resized_.insert(before.instance);
        Comparison::Line line{before.instance, {fmt::format("{:g} %", 100.0 * before.gap)}, ""};
        const bool has_ratios = !old.ratio.empty() && !fresh.ratio.empty();
        const double old_ratio = has_ratios ? median(old.ratio) : 0.0, ratio = has_ratios ? median(fresh.ratio) : 0.0;
        for (const double each : {old_ratio, ratio})
            line.figures.push_back(each > 0.0 ? fmt::format("{:.2f}", each) : nothing);
        line.figures.push_back(change(old_ratio, ratio));
        for (const Measured* each : {&old, &fresh}) line.figures.push_back(seconds_text(*each));
        const std::vector<std::string> worse = worsened(old, fresh, before.gap, same_machine_);
        for (const std::string& each : worse) made_.regressions.push_back(fmt::format("{}: {}", label(before), each));
        line.verdict = !worse.empty() ? "worse" : same_machine_ ? unproven_verdict(old, fresh, before.gap) : "";
        made_.instances.push_back(std::move(line));
        ++made_.judged;
    }

    std::string unproven_verdict(const Measured& old, const Measured& fresh, double gap) {
        if (is_slower(fresh, old)) return "faster";
        if (!may_be_worse(old, fresh, gap)) return "";
        is_suspicious_ = true;
        return "worse?";
    }

    void add(const PartResult& before, const PartResult& now) {
        Comparison::Line line{before.name, {}, ""};
        const bool counted = before.instructions && now.instructions;
        for (const PartResult* each : {&before, &now})
            line.figures.push_back(each->instructions ? fmt::format("{}", *each->instructions) : nothing);
        const auto old = static_cast<double>(before.instructions.value_or(0)),
                   fresh = static_cast<double>(now.instructions.value_or(0));
        line.figures.push_back(counted ? change(old, fresh) : nothing);
        for (const PartResult* each : {&before, &now})
            line.figures.push_back(each->seconds ? fmt::format("{:.3f}", 1e3 * *each->seconds) : nothing);
        const bool is_judged = counted && same_libraries_;
        made_.judged += is_judged ? 1 : 0;
        if (!is_judged) {
            line.verdict = "not judged";
        } else if (fresh > counted_factor * old) {
            line.verdict = "worse";
            made_.regressions.push_back(fmt::format("{}: {} instructions became {} ({})", before.name,
                                                    *before.instructions, *now.instructions, change(old, fresh)));
        } else if (old > counted_factor * fresh) {
            line.verdict = "better";
        }
        made_.parts.push_back(std::move(line));
    }

    const Report& before_;
    const Report& now_;
    bool same_libraries_, same_machine_;
    double limit_seconds_;
    bool is_suspicious_ = false;
    std::set<std::string> resized_{};
    Comparison made_{};
};

std::string in_a_cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return text;
}

std::string table(const char* head, int columns, const std::vector<Comparison::Line>& lines) {
    if (lines.empty()) return "";
    std::string made = fmt::format("{}\n|", head);
    for (int k = 0; k < columns; ++k) made += "---|";
    for (const Comparison::Line& each : lines)
        made += fmt::format("\n| {} | {} | {} |", in_a_cell(each.name), fmt::join(each.figures, " | "), each.verdict);
    return made + "\n\n";
}

}  // namespace

Comparison compare(const Report& before, const Report& now) { return Comparing{before, now}.run(); }

std::string markdown(const Comparison& comparison) {
    std::string made =
        table("| instance | gap | Cbc / indus before | now | change | seconds before | now | verdict |", 8,
              comparison.instances) +
        table("| part | instructions before | now | change | ms before | now | verdict |", 7, comparison.parts);
    for (const std::string& each : comparison.remarks) made += each + "\n";
    if (!comparison.remarks.empty()) made += "\n";
    if (!comparison.is_worse()) return made + "**No regression.**\n";
    const std::size_t count = comparison.regressions.size();
    made += fmt::format("**{} regression{}:**\n\n", count, count == 1 ? "" : "s");
    for (const std::string& each : comparison.regressions) made += fmt::format("- {}\n", each);
    return made;
}

}  // namespace indus::bench
