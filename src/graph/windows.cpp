// SPDX-License-Identifier: Apache-2.0
#include "graph/windows.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "crossroads/core/utf8.hpp"
#include "graph/leaning.hpp"
#include "text/words/spelling.hpp"

namespace crossroads {
namespace {

constexpr std::uint32_t most_words = 100'000;

/// Where the words of a passage begin: runs without white space that hold a letter or digit. A word
/// that a line's end breaks is one.
std::vector<std::uint32_t> word_begins(const Document& document, const Passage& passage) {
  std::vector<std::uint32_t> begins;
  std::uint32_t run = 0;  // where the one at hand begins
  bool in_run = false;
  bool counted = false;  // it is a word
  auto broken = std::lower_bound(
      document.broken_words.begin(), document.broken_words.end(), passage.span().begin,
      [](const BrokenWord& word, std::uint32_t at) { return word.gap.begin < at; });
  std::uint32_t joined = 0;  // up to where a broken word's gap goes
  for (const Span range : passage.ranges) {
    if (range.begin != joined) in_run = false;
    for (std::uint32_t at = range.begin; at < range.end;) {
      while (broken != document.broken_words.end() && broken->gap.begin < at) ++broken;
      if (broken != document.broken_words.end() && broken->gap.begin == at) {
        joined = at = broken->gap.end;
        continue;
      }
      const CodePoint point = code_point_at(document.bytes, at);
      if (is_space(point.value)) {
        in_run = false;
      } else {
        if (!in_run) {
          in_run = true;
          counted = false;
          run = at;
        }
        if (!counted && is_word_character(point.value)) {
          counted = true;
          begins.push_back(run);
        }
      }
      at += static_cast<std::uint32_t>(point.size);
    }
  }
  return begins;
}

class WindowAdder {
 public:
  WindowAdder(Windows& windows, const LinkedDocument& linked, Window window,
              std::uint32_t first_passage)
      : windows_(windows),
        document_(linked.document),
        mentions_(linked.links.mentions),
        window_(window),
        first_passage_(first_passage) {}

  void add() {
    switch (window_.unit) {
      case Window::Unit::sentence:
        return add_sentences();
      case Window::Unit::words:
        return add_words();
      case Window::Unit::passage:
        return;  // add_passage_windows() knows what they lean on
      case Window::Unit::article:
        return add_grouped([&](std::uint32_t passage) { return article_of(passage); });
      case Window::Unit::document:
        return add_grouped([](std::uint32_t) { return 0U; });
    }
  }

 private:
  Naming naming(const Mention& mention) const {
    return {static_cast<std::uint32_t>(mention.entry), first_passage_ + mention.passage};
  }

  void take(std::vector<Naming> named, std::uint64_t count = 1) {
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    windows_.naming.push_back({count, std::move(named)});
  }

  /// Windows of whole passages, by the number that `window_of` gives each.
  template <class WindowOf>
  void add_grouped(const WindowOf& window_of) {
    std::map<std::uint32_t, std::vector<Naming>> named;
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      if (holds_words(document_.passages[i].role)) named.try_emplace(window_of(i));
    }
    for (const Mention& mention : mentions_) {
      const auto window = named.find(window_of(mention.passage));
      if (window != named.end()) window->second.push_back(naming(mention));
    }
    windows_.count += named.size();
    for (auto& [window, entries] : named) {
      if (!entries.empty()) take(std::move(entries));
    }
  }

  /// 0 where it is in no section, else one more than the section's place.
  std::uint32_t article_of(std::uint32_t passage) const {
    std::optional<std::uint32_t> at = document_.passages[passage].section;
    std::uint32_t outermost = 0;
    for (; at; at = document_.sections[*at].parent) {
      outermost = *at + 1;
      if (document_.sections[*at].kind == Section::Kind::article) break;
    }
    return outermost;
  }

  void add_sentences() {
    windows_.count += document_.sentences.size();
    std::map<std::size_t, std::vector<Naming>> named;
    for (const Mention& mention : mentions_) {
      const auto sentence = sentence_at(document_, mention.passage, mention.span.begin);
      if (sentence) named[*sentence].push_back(naming(mention));
    }
    for (auto& [sentence, entries] : named) take(std::move(entries));
  }

  void add_words() {
    std::map<std::uint32_t, std::vector<const Mention*>> by_passage;
    for (const Mention& mention : mentions_) by_passage[mention.passage].push_back(&mention);
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      if (!holds_words(document_.passages[i].role)) continue;
      const std::vector<std::uint32_t> begins = word_begins(document_, document_.passages[i]);
      if (begins.empty()) continue;
      const auto size = static_cast<std::uint32_t>(begins.size());
      const std::uint32_t count = size <= window_.words ? 1 : size - window_.words + 1;
      windows_.count += count;
      const auto mentions = by_passage.find(i);
      if (mentions != by_passage.end()) slide(begins, count, mentions->second);
    }
  }

  /// Moves a window over a passage: of its `count` places, those between which no name comes or
  /// goes are counted at once.
  void slide(const std::vector<std::uint32_t>& begins, std::uint32_t count,
             const std::vector<const Mention*>& mentions) {
    struct Change {
      std::uint32_t at;  // the first window that it is true of
      bool comes;
      Naming naming;
    };
    std::vector<Change> changes;
    for (const Mention* mention : mentions) {
      const auto behind = std::upper_bound(begins.begin(), begins.end(), mention->span.begin);
      const auto word =
          static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, behind - begins.begin() - 1));
      const std::uint32_t first = word < window_.words ? 0 : word - window_.words + 1;
      changes.push_back({first, true, naming(*mention)});
      changes.push_back({std::min(word + 1, count), false, naming(*mention)});
    }
    std::sort(changes.begin(), changes.end(),
              [](const Change& a, const Change& b) { return a.at < b.at; });
    std::map<Naming, unsigned> inside;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const Change& change = changes[i];
      if (change.comes) {
        ++inside[change.naming];
      } else if (--inside[change.naming] == 0) {
        inside.erase(change.naming);
      }
      const std::uint32_t until = i + 1 < changes.size() ? changes[i + 1].at : count;
      if (until <= change.at || inside.empty()) continue;
      std::vector<Naming> named;
      for (const auto& [each, times] : inside) named.push_back(each);
      take(std::move(named), until - change.at);
    }
  }

  Windows& windows_;
  const Document& document_;
  const std::vector<Mention>& mentions_;
  Window window_;
  std::uint32_t first_passage_;
};

constexpr std::string_view words_prefix = "words:";

}  // namespace

void add_windows(Windows& windows, const GraphParts& parts, const LinkedDocument& linked,
                 Window window, std::uint32_t first_passage) {
  if (window.unit == Window::Unit::passage) {
    return add_passage_windows(windows, parts, first_passage);
  }
  WindowAdder(windows, linked, window, first_passage).add();
}

std::string to_string(Window window) {
  switch (window.unit) {
    case Window::Unit::sentence:
      return "sentence";
    case Window::Unit::words:
      return std::string(words_prefix) + std::to_string(window.words);
    case Window::Unit::article:
      return "article";
    case Window::Unit::document:
      return "document";
    case Window::Unit::passage:
      break;
  }
  return "passage";
}

std::optional<Window> window_from(std::string_view name) {
  for (const auto unit : {Window::Unit::sentence, Window::Unit::passage, Window::Unit::article,
                          Window::Unit::document}) {
    if (name == to_string({unit})) return Window{unit};
  }
  if (!name.starts_with(words_prefix)) return std::nullopt;
  name.remove_prefix(words_prefix.size());
  Window window{Window::Unit::words};
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), window.words);
  if (error != std::errc() || end != name.data() + name.size() || name.starts_with('0') ||
      window.words < 2 || window.words > most_words) {
    return std::nullopt;
  }
  return window;
}

}  // namespace crossroads
