// What counts as a secret, by name and by value.
#include <gtest/gtest.h>

#include <string>

#include "findings/secrets/secret_file.h"
#include "findings/secrets/secret_name.h"
#include "findings/secrets/secret_value.h"

namespace harden::rule {
namespace {

TEST(SecretName, EndsLikeOne) {
  for (const char* name :
       {"PASSWORD", "DB_PASSWORD", "MYSQLPASSWORD", "db-passwd", "npmToken",
        "AWS_SECRET_ACCESS_KEY", "API_KEY", "apikey", "STRIPE_SECRET_KEY",
        "PRIVATE_KEY", "SECRET_KEY_BASE", "DB_PASS", "APP_PWD", "TOKEN_2",
        "--client-secret", "app.password", "GIT_CREDENTIALS"}) {
    EXPECT_TRUE(is_secret_name(name)) << name;
  }
}

TEST(SecretName, IsNotWhatOnlySoundsLikeIt) {
  for (const char* name : {"",
                           "_",
                           "42",
                           "PASSWORD_FILE",
                           "TOKEN_URL",
                           "PASSWORD_MIN_LENGTH",
                           "SECRET_NAME",
                           "KEYBOARD",
                           "MONKEY",
                           "KEY",
                           "GPG_KEY",
                           "PUBLIC_KEY",
                           "NEXT_PUBLIC_API_KEY",
                           "ALLOW_EMPTY_PASSWORD",
                           "RANDOM_ROOT_PASSWORD",
                           "PASS",
                           "PWD",
                           "OLDPWD",
                           "COMPASS",
                           "BYPASS",
                           "--disabled-password",
                           "TOKENIZER",
                           "SECRETARY",
                           "PASSENGER",
                           "SSH_KEYS",
                           "--no-password"}) {
    EXPECT_FALSE(is_secret_name(name)) << name;
  }
  EXPECT_FALSE(is_secret_name(std::string(100000, 'A') + "_PASSWORD"));
}

TEST(SecretValue, IsJudgedByWhatItLooksLike) {
  const auto judged = [](const char* value) { return judge_secret(value); };
  for (const char* value :
       {"", "1", "yes", "false", "changeme", "CHANGE_ME", "<token>", "xxxxxx",
        "your-token-here", "example123", "dummy", "${X}", "/run/secrets/x",
        "https://example.com", "test1234", "see the manual", "aaaaaaaa"}) {
    EXPECT_EQ(judged(value), SecretValue::none) << value;
  }
  EXPECT_EQ(judged("password"), SecretValue::guessable);
  EXPECT_EQ(judged("Admin"), SecretValue::guessable);
  for (const char* value :
       {"sunshine7", "gordonpassword", "Docker!2",
        "correct-horse-battery-staple-2024", "MyCompanyPassword2024"}) {
    EXPECT_EQ(judged(value), SecretValue::chosen) << value;
  }
  for (const char* value : {"9f86d081884c7d659a2feaa0c55ad015",
                            "wJ4lrXUtn9EMI1K7MDENGbPxR2fiCYzz8KEYq0Lp",
                            "f47ac10b-58cc-4372-a567-0e02b2c3d479"}) {
    EXPECT_EQ(judged(value), SecretValue::random) << value;
  }
}

TEST(KnownSecret, HasItsOwnForm) {
  const std::string token = "ghp_9aXbT3kQzL7mWcV2nR5yJ8sD1fG4hK6pE0uY";
  const auto found = find_known_secret("x https://ci:" + token + "@host y");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, "a token of GitHub");
  EXPECT_EQ(found->span.size(), token.size());
  EXPECT_FALSE(find_known_secret(token.substr(0, 30))) << "too short";
  EXPECT_FALSE(find_known_secret("x" + token)) << "in the middle of a word";
  EXPECT_FALSE(find_known_secret("AKIAIOSFODNN7EXAMPLE"));
  EXPECT_FALSE(find_known_secret("npm_config_registry npm_token_for_a_thing"));
  EXPECT_FALSE(find_known_secret("-----BEGIN PRIVATE KEY-----"));
  EXPECT_FALSE(
      find_known_secret("-----BEGIN CERTIFICATE-----" + std::string(200, 'M')));
  EXPECT_TRUE(find_known_secret("-----BEGIN EC PRIVATE KEY-----" +
                                std::string(200, 'M')));
}

TEST(Login, HasAPassword) {
  const std::string text = "a://b postgres://app:sunshine7@db:5432/app";
  const auto found = find_login(text);
  ASSERT_TRUE(found);
  EXPECT_EQ(text.substr(found->password.begin, found->password.size()),
            "sunshine7");
  for (const char* other :
       {"https://example.com/a:b@c", "https://user@example.com",
        "https://u:${P}@example.com", "https://u:$P@example.com",
        "https://u:<token>@example.com", "http://proxy:3128", "://",
        "a://:@"}) {
    EXPECT_FALSE(find_login(other)) << other;
  }
}

TEST(SecretFile, IsKnownByItsName) {
  using enum SecretFile;
  EXPECT_EQ(secret_file_of_name("a/.ssh/"), private_key);
  EXPECT_EQ(secret_file_of_name("ssl/privkey.pem"), private_key);
  EXPECT_EQ(secret_file_of_name("home/.aws/credentials"), credentials);
  // At 0733439 only the rule about whole contexts knew these folders.
  EXPECT_EQ(secret_file_of_name("home/.kube"), credentials);
  EXPECT_EQ(secret_file_of_name(".aws/"), credentials);
  EXPECT_EQ(secret_file_of_name(".env.production"), settings);
  for (const char* other :
       {"", "/", ".env.example", ".env.d/x", "id_rsa.pub", "aws/credentials",
        "ca.pem", "apt-private.key", "x.docker/config.json2", "config.json"}) {
    EXPECT_FALSE(secret_file_of_name(other)) << other;
  }
}

}  // namespace
}  // namespace harden::rule
