// SPDX-License-Identifier: Apache-2.0
#include "link/local_forms.hpp"

#include "link/local/anaphora.hpp"
#include "link/local/short_forms.hpp"
#include "link/local/surnames.hpp"

namespace crossroads {

void add_local_forms(const LocalNames& names, const Document& document,
                     const std::vector<DefinedForm>& definitions, const LinkOptions& options,
                     Links& links) {
  follow_definitions(names, document, definitions, options.overlap, links);
  add_surnames(names, document, options.overlap, links);
  if (options.anaphora == Anaphora::on) add_anaphora(names, document, options.overlap, links);
}

}  // namespace crossroads
