/// The command line: one thin class per command, one printer that everything goes through, and one
/// map from failure to sentence and exit code. Commands turn strings into calls on `zhai.library`
/// and results into lines; what they mean is decided there. The home of picocli.
@NullMarked
package zhai.cli;

import org.jspecify.annotations.NullMarked;
