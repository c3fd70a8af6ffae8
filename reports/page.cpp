// SPDX-License-Identifier: Apache-2.0
#include "reports/page.hpp"

#include <array>
#include <cstdint>
#include <stdexcept>

#include "reports/assets.hpp"
#include "reports/page_data.hpp"
#include "reports/page_sections.hpp"

namespace indus::reports {

namespace {

struct Chapter {
    std::string_view id;
    std::string_view word;  ///< in the list of contents
    Markup (*write)(const PageInput&);
};

constexpr std::array<Chapter, 20> chapters{{{"certificate", "How sure", certificate_section},
                                            {"dispatch", "Dispatch", dispatch_section},
                                            {"prices", "Prices", price_section},
                                            {"unserved", "Not served", unserved_section},
                                            {"commitment", "Commitment", commitment_section},
                                            {"storage", "Storage", storage_section},
                                            {"lines", "Lines", line_section},
                                            {"reserve", "Reserve", reserve_section},
                                            {"curtailment", "Curtailment", curtailment_section},
                                            {"limits-section", "Policies", limit_section},
                                            {"markets", "Trade", market_section},
                                            {"industry", "Industry", industry_section},
                                            {"bills", "Bills", bill_section},
                                            {"costs", "Costs", cost_section},
                                            {"emissions", "Emissions", emission_section},
                                            {"plants-section", "Plants", plant_section},
                                            {"zones-section", "Zones", zone_section},
                                            {"industrial", "Industrial zones", industrial_section},
                                            {"inputs", "Inputs", input_section},
                                            {"equations", "Equations", equation_section}}};

/// A word that scripts of this page carry and that no name in the case can guess.
std::string nonce_of(std::string_view data) {
    std::uint64_t first = 1469598103934665603ull, second = 88172645463325252ull;
    for (const char letter : data) {
        first = (first ^ static_cast<unsigned char>(letter)) * 1099511628211ull;
        second = (second + static_cast<unsigned char>(letter)) * 6364136223846793005ull + 1442695040888963407ull;
    }
    return fmt::format("{:016x}{:016x}", first, second);
}

/// Sends the template with each {{slot}} replaced.
class Template {
public:
    explicit Template(const Sink& sink) : sink_{sink} {}
    void set(std::string_view slot, std::string_view text) { slots_.emplace_back(slot, text); }
    void send(std::string_view page) const {
        while (true) {
            const std::size_t begin = page.find("{{");
            sink_(page.substr(0, begin));
            if (begin == std::string_view::npos) return;
            const std::size_t end = page.find("}}", begin);
            if (end == std::string_view::npos) throw std::logic_error("report.html: a slot does not end");
            sink_(text_of(page.substr(begin + 2, end - begin - 2)));
            page.remove_prefix(end + 2);
        }
    }

private:
    std::string_view text_of(std::string_view slot) const {
        for (const auto& [name, text] : slots_)
            if (name == slot) return text;
        throw std::logic_error("report.html: no text for slot " + std::string{slot});
    }
    const Sink& sink_;
    std::vector<std::pair<std::string_view, std::string_view>> slots_;
};

}  // namespace

Markup section(std::string_view id, std::string_view heading, const Markup& body) {
    if (body.empty()) return {};
    return markup("<section id=\"{}\" aria-labelledby=\"{}-heading\">\n<h2 id=\"{}-heading\">{}</h2>\n{}</section>\n",
                  id, id, id, heading, body);
}

Markup chart(std::string_view id, std::string_view caption, const std::string& summary) {
    return markup(
        "<figure class=\"chart\" data-chart=\"{}\">\n<figcaption>{}</figcaption>\n<div class=\"controls\"></div>\n"
        "<div class=\"plot\" role=\"img\" aria-label=\"{}\"></div>\n</figure>\n",
        id, caption, summary);
}

Markup folded(std::string_view summary, const Markup& body, std::string_view id) {
    const Markup name = id.empty() ? Markup{} : markup(" id=\"{}\"", id);
    return markup("<details{}><summary>{}</summary>\n{}</details>\n", name, summary, body);
}

Markup swatch(const PageInput& in, const std::string& technology) {
    const TechnologyStyle& style = in.digest.style(technology);
    return markup("<span class=\"swatch\" style=\"--light:{};--dark:{}\" aria-hidden=\"true\"></span>", style.light,
                  style.dark);
}

void label_technologies(const PageInput& in, std::vector<HtmlColumn>& columns) {
    for (HtmlColumn& column : columns) {
        if (column.key != "technology") continue;
        for (std::string& text : column.texts) {
            const bool known = std::any_of(in.digest.styles.begin(), in.digest.styles.end(),
                                           [&](const auto& s) { return s.name == text; });
            column.marks.push_back(known ? swatch(in, text) : Markup{});
            text = technology_label(text);
        }
    }
}

void title_zones(const PageInput& in, std::vector<HtmlColumn>& columns) {
    for (HtmlColumn& column : columns)
        if (column.key == "zone" || column.key == "from" || column.key == "to")
            for (std::string& text : column.texts) text = in.digest.zone_title(text);
}

void write_page(const PageInput& in, const Sink& sink) {
    const PageData data = page_data(in);
    Markup contents, body;
    for (const Chapter& chapter : chapters) {
        const Markup written = chapter.write(in);
        if (written.empty()) continue;
        if (chapter.id == "dispatch") body += time_section(in, data);
        body += written;
        contents += markup("<li><a href=\"#{}\">{}</a></li>\n", chapter.id, chapter.word);
    }
    const model::CaseSettings& settings = in.system.settings();
    const std::string title =
        escaped((settings.title.empty() ? settings.name : settings.title) + ", " + settings.scenario);
    const std::string answer = answer_section(in).html();
    const std::string foot = foot_section(in).html();
    const std::string nonce = nonce_of(data.json);
    Template page{sink};
    page.set("title", title);
    page.set("nonce", nonce);
    page.set("style", assets::style());
    page.set("answer", answer);
    page.set("contents", contents.html());
    page.set("body", body.html());
    page.set("foot", foot);
    page.set("data", data.json);
    page.set("charts", in.digest.has_solution ? assets::charts() : std::string_view{});
    page.set("script", assets::script());
    page.send(assets::page());
}

}  // namespace indus::reports
