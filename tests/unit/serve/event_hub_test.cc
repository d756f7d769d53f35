#include "serve/event_hub.h"

#include <gtest/gtest.h>

namespace offprint::serve {
namespace {

constexpr const char* kHello = "retry: 500\n\n";

TEST(EventHubTest, ListenersTakeWhatIsSent) {
  EventHub hub;
  int woken = 0;
  const auto one = hub.Join([&] { ++woken; });
  const auto two = hub.Join([&] { ++woken; });
  hub.Send("change", "a\nb");
  EXPECT_EQ(woken, 2);
  const std::string event = "event: change\ndata: a\ndata: b\n\n";
  EXPECT_EQ(hub.Take(one), kHello + event);
  EXPECT_EQ(hub.Take(one), "");
  EXPECT_EQ(hub.Take(two), kHello + event);
  hub.Leave(two);
  hub.Send("change", "c");
  EXPECT_EQ(woken, 3);
  EXPECT_EQ(hub.Take(two), "");
}

TEST(EventHubTest, NewcomersAreToldTheState) {
  EventHub hub;
  hub.SetState("problem", "it is broken");
  const auto one = hub.Join([] {});
  EXPECT_EQ(hub.Take(one),
            std::string(kHello) + "event: problem\ndata: it is broken\n\n");
  hub.SetState("problem", "");
  EXPECT_EQ(hub.Take(one), "event: problem\ndata: \n\n");
  EXPECT_EQ(hub.Take(hub.Join([] {})), kHello);
}

}  // namespace
}  // namespace offprint::serve
