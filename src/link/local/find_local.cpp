// SPDX-License-Identifier: Apache-2.0
#include "link/local/find_local.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "link/names/names.hpp"

namespace crossroads {
namespace {

/// What stands somewhere: a mention or an undecided place that was there, or a new mention.
struct Claim {
  enum class Of : std::uint8_t { mention, undecided, found };
  Span span;
  std::uint32_t passage;
  std::size_t at;  // among its like
  Of of;
};

/// What stays, from the left and the longest first; of equal ones what was there.
std::vector<Claim> without_overlaps(std::vector<Claim> claims, std::size_t passages) {
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  });
  std::vector<std::uint32_t> taken(passages, 0);  // up to where, by passage
  std::erase_if(claims, [&](const Claim& claim) {
    std::uint32_t& end = taken[claim.passage];
    if (claim.span.begin < end) return true;
    end = claim.span.end;
    return false;
  });
  return claims;
}

/// What stays where names may overlap: of those at one place what was there, else the first.
std::vector<Claim> without_equals(std::vector<Claim> claims) {
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim& a, const Claim& b) { return a.span < b.span; });
  claims.erase(std::unique(claims.begin(), claims.end(),
                           [](const Claim& a, const Claim& b) { return a.span == b.span; }),
               claims.end());
  return claims;
}

}  // namespace

std::vector<LocalPlace> find_local(const Document& document, const std::vector<LocalForm>& forms,
                                   std::uint32_t from) {
  std::vector<NameForm> names;
  names.reserve(forms.size());
  for (const LocalForm& form : forms) {
    NameForm name;
    name.text = form.text;
    name.entry = static_cast<EntryId>(names.size());  // so that equal ones stay apart
    name.case_rule = form.case_rule;
    names.push_back(name);
  }
  const Matches found = find_names(Names::build(names), document, Overlap::leftmost_longest, from);
  std::vector<LocalPlace> places;
  for (const NameMatch& match : found.matches) {
    for (std::uint32_t i = match.first; i < match.end; ++i) {
      places.push_back({match.span, match.passage, index(found.candidates[i].entry)});
    }
  }
  return places;
}

Mention mention_at(const Document& document, Span span, std::uint32_t passage, EntryId entry,
                   Decided decided) {
  Mention mention{span, passage, entry, decided, {}};
  const std::vector<Span>& ranges = document.passages[passage].ranges;
  auto range = std::upper_bound(ranges.begin(), ranges.end(), span.begin,
                                [](std::uint32_t at, Span of) { return at < of.end; });
  for (; range != ranges.end() && range->begin < span.end; ++range) {
    mention.parts.push_back({std::max(range->begin, span.begin), std::min(range->end, span.end)});
  }
  if (mention.parts.size() == 1) mention.parts.clear();
  return mention;
}

void merge(const Document& document, Links& links, std::vector<Mention> found, Overlap overlap) {
  if (found.empty()) return;
  std::vector<Claim> claims;
  const auto add = [&](const auto& places, Claim::Of of) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      claims.push_back({places[i].span, places[i].passage, i, of});
    }
  };
  add(links.mentions, Claim::Of::mention);
  add(links.undecided, Claim::Of::undecided);
  add(found, Claim::Of::found);
  if (overlap == Overlap::leftmost_longest) {
    claims = without_overlaps(std::move(claims), document.passages.size());
  } else {
    claims = without_equals(std::move(claims));
  }
  std::vector<Mention> mentions;
  std::vector<Undecided> undecided;
  for (const Claim& claim : claims) {
    if (claim.of == Claim::Of::undecided) {
      undecided.push_back(std::move(links.undecided[claim.at]));
    } else {
      const bool old = claim.of == Claim::Of::mention;
      mentions.push_back(std::move((old ? links.mentions : found)[claim.at]));
    }
  }
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.span != b.span ? a.span < b.span : a.entry < b.entry;
  });
  links.mentions = std::move(mentions);
  links.undecided = std::move(undecided);
}

}  // namespace crossroads
