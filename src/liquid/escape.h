// Text made safe for HTML, XML and addresses, each as the Ruby function of that
// name does it.
#ifndef OFFPRINT_LIQUID_ESCAPE_H_
#define OFFPRINT_LIQUID_ESCAPE_H_

#include <string>
#include <string_view>

namespace offprint::liquid {

// CGI.escapeHTML: & < > " '.
void AppendCgiEscaped(std::string_view text, std::string* out);

// The same, but for what looks like a character reference already.
void AppendEscapedOnce(std::string_view text, std::string* out);

// & < > ", as an attribute in XML is written.
void AppendXmlEscaped(std::string_view text, std::string* out);

// & < >, as rouge escapes code.
void AppendEscapedCode(std::string_view text, std::string* out);

// CGI.escape: blanks as "+", all but letters, digits and "*-._" as %XX. ("~"
// stays, too.)
void AppendFormEscaped(std::string_view text, std::string* out);

// CGI.unescape.
std::string FormUnescaped(std::string_view text);

// Addressable's normalize_component: what may not stand in an address as
// %XX, and what is %XX but may stand there as itself.
std::string ComponentNormalized(std::string_view text);

// Each %XX as its byte.
std::string PercentDecoded(std::string_view text);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_ESCAPE_H_
