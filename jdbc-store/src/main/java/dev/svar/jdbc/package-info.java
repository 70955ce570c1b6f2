/** The store in a relational database: {@link dev.svar.jdbc.JdbcStore}, its tables and the databases it knows. */
@NullMarked
package dev.svar.jdbc;

import org.jspecify.annotations.NullMarked;
