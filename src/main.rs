//! The binary: everything it does is in `cli`.

/// Runs the command line.
fn main() -> std::process::ExitCode {
    wegweiser::cli::run()
}
