#include "fetch/transfer.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <array>
#include <new>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "fetch/body_decoder.h"
#include "fetch/public_address.h"
#include "fetch/redirect.h"

namespace offprint::fetch {
namespace {

constexpr size_t kMostHeaderBytes = size_t{256} << 10;

Failure FailureOf(int code) {
  switch (code) {
    case CURLE_OK:
      return Failure::kNone;
    case CURLE_URL_MALFORMAT:
      return Failure::kBadRequest;
    case CURLE_COULDNT_RESOLVE_HOST:
      return Failure::kNoHost;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
      return Failure::kNoConnection;
    case CURLE_OPERATION_TIMEDOUT:
      return Failure::kTimeout;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return Failure::kTls;
    default:
      return Failure::kLost;
  }
}

const char* WordsFor(Failure failure) {
  switch (failure) {
    case Failure::kBadRequest:
      return "it is no address that can be asked";
    case Failure::kRefused:
      return "it leads to this machine or a private network";
    case Failure::kNoHost:
      return "there is no host of that name";
    case Failure::kNoConnection:
      return "nobody takes the connection";
    case Failure::kTls:
      return "no trusted connection can be made";
    case Failure::kTimeout:
      return "the server is too slow";
    case Failure::kTooLarge:
      return "the answer is too large";
    case Failure::kBadBody:
      return "the compressed answer is damaged or cut off";
    default:
      return "the connection broke off";
  }
}

}  // namespace

class Transfer::Impl {
 public:
  Impl(const Request& request, const FetchOptions& options)
      : request_(request), options_(options), easy_(curl_easy_init()) {
    if (easy_ == nullptr) throw std::bad_alloc();
    if (const auto url = ParseUrl(request.url)) {
      proxy_ = ProxyFor(options.proxies, *url);
    }
    SetConnection();
    SetLimits();
    SetRequest();
    SetCallbacks();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    curl_easy_cleanup(easy_);
    curl_slist_free_all(headers_);
    curl_slist_free_all(known_hosts_);
  }

  CURL* easy() const { return easy_; }

  Outcome Finish(int code) {
    Outcome outcome;
    Response& response = outcome.response;
    response.url = request_.url;
    response.status = static_cast<int>(Long(CURLINFO_RESPONSE_CODE));
    response.failure = FailureSeen(code);
    if (response.failure != Failure::kNone) {
      response.message = MessageFor(response.failure);
      if (response.failure != Failure::kTooLarge &&
          response.failure != Failure::kBadBody) {
        response.status = 0;
      }
    } else {
      response.body = std::move(body_);
    }
    response.headers = std::move(received_);
    curl_off_t seconds = 0;
    curl_easy_getinfo(easy_, CURLINFO_RETRY_AFTER, &seconds);
    if (seconds > 0) response.retry_after = std::chrono::seconds(seconds);
    char* redirect = nullptr;
    curl_easy_getinfo(easy_, CURLINFO_REDIRECT_URL, &redirect);
    if (IsRedirect(response.status) && redirect != nullptr) {
      outcome.redirect = redirect;
    }
    return outcome;
  }

 private:
  template <typename Value>
  void Set(CURLoption option, Value value) {
    curl_easy_setopt(easy_, option, value);
  }

  void SetConnection() {
    Set(CURLOPT_NOSIGNAL, 1L);
    Set(CURLOPT_PROTOCOLS_STR, "http,https");
    Set(CURLOPT_FOLLOWLOCATION, 0L);  // the Fetcher does, at its pace
    Set(CURLOPT_PROXY, proxy_.c_str());
    Set(CURLOPT_NOPROXY, "");  // decided by now
    Set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    for (const auto& [host, address] : options_.known_hosts) {
      std::string entry = host;
      entry.append(":").append(address);
      Append(entry, &known_hosts_);
    }
    Set(CURLOPT_RESOLVE, known_hosts_);
    Set(CURLOPT_SSL_VERIFYPEER, 1L);
    Set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!options_.ca_file.empty()) {
      Set(CURLOPT_CAINFO, options_.ca_file.c_str());
      Set(CURLOPT_CAPATH, static_cast<char*>(nullptr));
    }
  }

  void SetLimits() {
    Set(CURLOPT_CONNECTTIMEOUT_MS,
        static_cast<long>(options_.connect_timeout.count()));  // NOLINT
    Set(CURLOPT_TIMEOUT_MS,
        static_cast<long>(options_.timeout.count()));  // NOLINT
    Set(CURLOPT_LOW_SPEED_LIMIT,
        static_cast<long>(options_.low_speed));  // NOLINT
    Set(CURLOPT_LOW_SPEED_TIME,
        static_cast<long>(options_.low_speed_time.count()));  // NOLINT
  }

  void SetRequest() {
    Set(CURLOPT_URL, request_.url.c_str());
    Set(CURLOPT_USERAGENT, options_.user_agent.c_str());
    Set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
    AddHeader("Accept-Encoding: " + std::string(kAcceptedEncodings));
    AddHeader("Expect:");  // no round trip before a body
    for (const Header& header : request_.headers) {
      AddHeader(header.name + (header.value.empty() ? ";" : ": ") +
                header.value);
    }
    Set(CURLOPT_HTTPHEADER, headers_);
    if (request_.method == Method::kHead) Set(CURLOPT_NOBODY, 1L);
    if (request_.method != Method::kPost) return;
    Set(CURLOPT_POST, 1L);
    Set(CURLOPT_POSTFIELDSIZE_LARGE,
        static_cast<curl_off_t>(request_.body.size()));
    Set(CURLOPT_POSTFIELDS, request_.body.data());
  }

  void AddHeader(const std::string& line) { Append(line, &headers_); }

  static void Append(const std::string& line, curl_slist** list) {
    curl_slist* longer = curl_slist_append(*list, line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    *list = longer;
  }

  void SetCallbacks() {
    Set(CURLOPT_ERRORBUFFER, error_.data());
    Set(CURLOPT_HEADERDATA, this);
    Set(CURLOPT_HEADERFUNCTION, &OnHeader);
    Set(CURLOPT_WRITEDATA, this);
    Set(CURLOPT_WRITEFUNCTION, &OnBody);
    Set(CURLOPT_OPENSOCKETDATA, this);
    Set(CURLOPT_OPENSOCKETFUNCTION, &OnSocket);
  }

  static size_t OnHeader(char* data, size_t size, size_t count, void* self) {
    return static_cast<Impl*>(self)->TakeHeader({data, size * count});
  }
  static size_t OnBody(char* data, size_t size, size_t count, void* self) {
    return static_cast<Impl*>(self)->TakeBody({data, size * count});
  }
  static curl_socket_t OnSocket(void* self, curlsocktype /*purpose*/,
                                curl_sockaddr* address) {
    return static_cast<Impl*>(self)->OpenSocket(*address);
  }

  // The bytes taken; fewer than there are end the transfer.
  size_t TakeHeader(std::string_view line) {
    header_bytes_ += line.size();
    if (header_bytes_ > kMostHeaderBytes) {
      stopped_by_ = Failure::kTooLarge;
      return 0;
    }
    const size_t colon = line.find(':');
    if (line.starts_with("HTTP/")) {
      received_.clear();  // the one before was only preliminary
    } else if (colon != std::string_view::npos) {
      received_.push_back({std::string(Trim(line.substr(0, colon))),
                           std::string(Trim(line.substr(colon + 1)))});
    }
    return line.size();
  }

  size_t TakeBody(std::string_view piece) {
    if (request_.body_use == BodyUse::kLeave) return LeaveBody(piece.size());
    if (decoder_ == nullptr) {
      decoder_ = MakeBodyDecoder(
          FindHeader(received_, "Content-Encoding").value_or(""));
    }
    const Decoding result =
        decoder_ == nullptr ? Decoding::kDamaged
                            : decoder_->Take(piece, options_.most_body, &body_);
    if (result == Decoding::kGood) return piece.size();
    stopped_by_ =
        result == Decoding::kTooLarge ? Failure::kTooLarge : Failure::kBadBody;
    return 0;
  }

  // libcurl tells where a redirect leads once all of it has come.
  size_t LeaveBody(size_t bytes) {
    left_bytes_ += bytes;
    left_ = !IsRedirect(static_cast<int>(Long(CURLINFO_RESPONSE_CODE))) ||
            left_bytes_ > options_.most_body;
    return left_ ? 0 : bytes;
  }

  // Where the connection really goes, whatever the name server says. With a
  // proxy that is the proxy.
  curl_socket_t OpenSocket(const curl_sockaddr& address) {
    if (options_.reach == Reach::kPublic && proxy_.empty() &&
        !IsPublicAddress(&address.addr)) {
      refused_ = true;
      return CURL_SOCKET_BAD;
    }
    return socket(address.family, address.socktype | SOCK_CLOEXEC,
                  address.protocol);
  }

  Failure FailureSeen(int code) const {
    if (left_) return Failure::kNone;
    if (stopped_by_ != Failure::kNone) return stopped_by_;
    if (refused_ && code == CURLE_COULDNT_CONNECT) return Failure::kRefused;
    if (code == CURLE_OK && decoder_ != nullptr && !decoder_->AtEnd()) {
      return Failure::kBadBody;
    }
    return FailureOf(code);
  }

  std::string MessageFor(Failure failure) const {
    std::string message = WordsFor(failure);
    const bool curl_knows_more = failure == Failure::kTls ||
                                 failure == Failure::kLost ||
                                 failure == Failure::kNoConnection;
    if (curl_knows_more && error_[0] != '\0') {
      message.append(" (").append(error_.data()).append(")");
    }
    return message;
  }

  long Long(CURLINFO info) const {  // NOLINT
    long value = 0;                 // NOLINT
    curl_easy_getinfo(easy_, info, &value);
    return value;
  }

  const Request& request_;
  const FetchOptions& options_;
  std::string proxy_;
  CURL* easy_;
  curl_slist* headers_ = nullptr;
  curl_slist* known_hosts_ = nullptr;
  std::array<char, CURL_ERROR_SIZE> error_ = {};

  std::vector<Header> received_;
  size_t header_bytes_ = 0;
  std::unique_ptr<BodyDecoder> decoder_;
  std::string body_;
  bool left_ = false;  // the body, as the request wants
  size_t left_bytes_ = 0;
  bool refused_ = false;  // a connection, as the options want
  Failure stopped_by_ = Failure::kNone;
};

Transfer::Transfer(const Request& request, const FetchOptions& options)
    : impl_(std::make_unique<Impl>(request, options)) {}
Transfer::~Transfer() = default;

void* Transfer::handle() const { return impl_->easy(); }
Outcome Transfer::Finish(int code) { return impl_->Finish(code); }
void Transfer::Abandon() {
  curl_easy_setopt(impl_->easy(), CURLOPT_QUICK_EXIT, 1L);
}

}  // namespace offprint::fetch
