/** Administration of an organization: members, teams, groups, API keys, quotas, retention, audit, settings. */
@NullMarked
package io.tidewatch.ui.administration;

import org.jspecify.annotations.NullMarked;
