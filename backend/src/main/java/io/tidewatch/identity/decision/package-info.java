/** Pure decisions about sessions: which logout tokens are obeyed, and which access tokens belong to an ended session. */
@NullMarked
package io.tidewatch.identity.decision;

import org.jspecify.annotations.NullMarked;
