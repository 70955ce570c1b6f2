/** What things cost, measured with JMH. Where there is a plain floor to stand on, it is measured beside. */
@NullMarked
package dev.svar.benchmarks;

import org.jspecify.annotations.NullMarked;
