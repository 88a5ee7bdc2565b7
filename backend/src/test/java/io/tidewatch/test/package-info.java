/** What the tests share: one running stack per test run, people with tokens, and an organization for each test. */
@NullMarked
package io.tidewatch.test;

import org.jspecify.annotations.NullMarked;
