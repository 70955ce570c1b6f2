/** People and addresses: contacts who write to the desk, agents who answer, the tenant that both belong to. */
@NullMarked
package dev.svar.contact;

import org.jspecify.annotations.NullMarked;
