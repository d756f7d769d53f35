#include "citations/math_commands.h"

#include <string>

namespace offprint {
namespace {

// assets/cite.js of the default theme has the same.
constexpr std::string_view kCommands =
    " "
    "AA Big Delta Gamma Im Lambda Leftarrow Leftrightarrow Omega Phi Pi Pr "
    "Psi Re Rightarrow Sigma Theta Upsilon Vert Xi acute aleph alpha angle "
    "approx arg ast backslash bar beta bf big bigcap bigcup bigoplus "
    "bigotimes binom bm boldsymbol bot breve bullet cap cdot cdots check "
    "chi circ colon cong cos cosh cup dagger ddagger ddot deg degree delta "
    "det dfrac dim div dot dots downarrow ell emptyset ensuremath epsilon "
    "equiv eta exists exp forall frac gamma gcd ge geq gg grave gtrsim hat "
    "hbar hookrightarrow imath in inf infty int iota it jmath kappa ker "
    "lVert lambda langle lceil ldots le left leftarrow leftrightarrow leq "
    "lesssim lfloor lim ll ln log longrightarrow ltimes lvert mapsto "
    "mathbb mathbf mathcal mathfrak mathit mathring mathrm mathscr mathsf "
    "mathtt max mid min mp mu nabla ne neg neq ni nmid notin nu odot oint "
    "omega operatorname oplus otimes overline parallel partial perp phi pi "
    "pm prec prime prod propto psi qquad quad rVert rangle rceil rfloor "
    "rho right rightarrow rightleftharpoons rm rtimes rvert setminus sigma "
    "sim simeq sin sinh sqrt square star subset subseteq succ sum sup "
    "supset supseteq tan tanh tau text textbf textit textrm textsc textsf "
    "textsubscript textsuperscript texttt tfrac theta tilde times to top "
    "triangle underline uparrow upsilon varepsilon varnothing varphi varpi "
    "varrho varsigma vartheta vec vee vert wedge widehat widetilde xi zeta ";

}  // namespace

bool IsMathCommand(std::string_view name) {
  const std::string word = ' ' + std::string(name) + ' ';
  return kCommands.find(word) != std::string_view::npos;
}

}  // namespace offprint
