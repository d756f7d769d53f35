#ifndef OFFPRINT_TESTS_UNIT_SANITIZED_H_
#define OFFPRINT_TESTS_UNIT_SANITIZED_H_

namespace offprint {

// Whether a sanitizer has taken the place of malloc and operator new.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
inline constexpr bool kIsSanitized =
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool kIsSanitized = false;
#endif

}  // namespace offprint

#endif  // OFFPRINT_TESTS_UNIT_SANITIZED_H_
