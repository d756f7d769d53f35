#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "unit/fetch/asking.h"

namespace offprint::fetch {
namespace {

namespace fs = std::filesystem;

class TlsTest : public testing::Test {
 protected:
  TlsTest() {
    std::string name = (fs::temp_directory_path() / "tls-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    int ends[2] = {};
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const std::string command =
        "exec python3 " OFFPRINT_TESTS_DIR "/unit/fetch/tls_server.py " +
        folder_.string() + " papers.example <&" + std::to_string(ends[0]);
    fcntl(ends[0], F_SETFD, 0);
    server_ = popen(command.c_str(), "r");  // NOLINT
    close(ends[0]);
    stdin_ = ends[1];
    std::fscanf(server_, "%d", &port_);  // NOLINT
  }
  ~TlsTest() override {
    close(stdin_);
    pclose(server_);
    fs::remove_all(folder_);
  }

  Response AskAs(const std::string& host, const std::string& ca_file) const {
    FetchOptions options = LocalOptions();
    const std::string place = host + ":" + std::to_string(port_);
    options.known_hosts[place] = "127.0.0.1";
    options.ca_file = ca_file;
    return Ask(Get("https://" + place + "/"), options);
  }

  fs::path folder_;
  std::FILE* server_ = nullptr;
  int stdin_ = -1;
  int port_ = 0;
};

TEST_F(TlsTest, WhoMakesHisOwnCertificateIsNotTrusted) {
  const Response response = AskAs("papers.example", "");
  EXPECT_EQ(response.failure, Failure::kTls);
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(response.tries, 1);
  EXPECT_THAT(response.message, testing::HasSubstr("self-signed certificate"));
}

TEST_F(TlsTest, ACertificateIsGoodForItsHostAlone) {
  const std::string certificate = folder_ / "cert.pem";
  const Response trusted = AskAs("papers.example", certificate);
  EXPECT_EQ(trusted.body, "secret") << trusted.message;
  EXPECT_EQ(AskAs("other.example", certificate).failure, Failure::kTls);
}

}  // namespace
}  // namespace offprint::fetch
