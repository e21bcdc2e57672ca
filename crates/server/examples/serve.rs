//! Serves a casebook on a free port of this computer and prints the address: for the browser tests.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(casebook) = std::env::args().nth(1) else {
        complain("usage: serve FILE");
        return ExitCode::from(2);
    };
    let served = async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        say(&format!("http://{}", listener.local_addr()?));
        ascribe_server::serve(casebook, ascribe_casebook::Names::Public, listener, stopped()).await
    };
    match served.await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

async fn stopped() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}

#[allow(clippy::print_stdout, reason = "an example is a program of its own")]
fn say(line: &str) {
    println!("{line}");
}

#[allow(clippy::print_stderr, reason = "an example is a program of its own")]
fn complain(message: &str) {
    eprintln!("{message}");
}
