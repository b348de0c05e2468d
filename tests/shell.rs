//! What shells and `man` get of the command line: completions, manual pages, help.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;

use std::fs;
use std::process::{Command, Stdio};

use tempfile::TempDir;

fn dateline(arguments: &[&str]) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    (
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
        output.status.code().unwrap(),
    )
}

/// Every command that the help tells of, those below others with a space between: `new lesson`.
fn commands(above: &[&str]) -> Vec<String> {
    let (help, _, code) = dateline(&[above, &["--help"]].concat());
    assert_eq!(code, 0);
    let Some((_, list)) = help.split_once("\nCommands:\n") else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for line in list.lines().take_while(|line| !line.is_empty()) {
        let Some(name) = line
            .strip_prefix("  ")
            .and_then(|line| line.split(' ').next())
        else {
            continue;
        };
        if name.is_empty() || name == "help" {
            continue;
        }
        let path = [above, &[name]].concat();
        found.push(path.join(" "));
        found.extend(commands(&path));
    }
    found
}

#[test]
fn every_command_has_help_with_examples_and_a_page_of_the_manual() {
    let folder = TempDir::new().unwrap();
    let man = folder.path().join("man1");
    let (out, err, code) = dateline(&["man", man.to_str().unwrap()]);
    assert_eq!((err.as_str(), code), ("", 0));
    let all = commands(&[]);
    for expected in [
        "build",
        "check",
        "list",
        "show",
        "new lesson",
        "export",
        "man",
    ] {
        assert!(all.contains(&expected.to_owned()), "{expected}: {all:?}");
    }
    assert!(
        out.ends_with(&format!(": {} pages\n", all.len() + 1)),
        "{out}"
    );
    for command in &all {
        let words: Vec<&str> = command.split(' ').collect();
        let (help, _, _) = dateline(&[&words[..], &["--help"]].concat());
        let groups = !commands(&words).is_empty();
        assert!(
            groups || help.contains("Examples:\n  dateline "),
            "{command}: {help}"
        );
        // It is about this command, and every example of it begins so.
        if !groups {
            let examples = help.split("Examples:\n").nth(1).unwrap();
            let own = format!("dateline {command}");
            assert!(examples.contains(&own), "{command}: {examples}");
        }
        let name = format!("dateline-{}.1", command.replace(' ', "-"));
        let page = fs::read_to_string(man.join(&name)).unwrap();
        assert!(
            page.contains(&format!(".TH dateline-{}", command.replace(' ', "-"))),
            "{page}"
        );
    }
    // Written anew they are the same; what somebody else wrote stays.
    let foreign = man.join("dateline-build.1");
    fs::write(&foreign, "mine").unwrap();
    let (_, err, code) = dateline(&["man", man.to_str().unwrap()]);
    assert_eq!(code, 2);
    assert!(err.contains("dateline-build.1"), "{err}");
    assert_eq!(fs::read_to_string(&foreign).unwrap(), "mine");
}

#[test]
fn the_first_page_is_printed_where_no_folder_is_named() {
    let (out, err, code) = dateline(&["man"]);
    assert_eq!((err.as_str(), code), ("", 0));
    assert!(
        out.contains(".SH SUBCOMMANDS") && out.contains("dateline\\-check(1)"),
        "{out}"
    );
}

#[test]
fn each_shell_has_a_script_that_knows_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (out, err, code) = dateline(&["completions", shell]);
        assert_eq!((err.as_str(), code), ("", 0));
        for word in ["dateline", "check", "deny-warnings", "explain"] {
            assert!(out.contains(word), "{shell} without {word}");
        }
    }
}

#[test]
#[cfg(unix)]
fn bash_completes_a_command_an_option_and_a_value() {
    let (script, _, _) = dateline(&["completions", "bash"]);
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("dateline");
    fs::write(&file, script).unwrap();
    for (line, expected) in [
        ("dateline expl", "explain"),
        ("dateline check --deny", "--deny-warnings"),
        ("dateline check --format sa", "sarif"),
    ] {
        let words = line
            .split(' ')
            .map(|word| format!("'{word}'"))
            .collect::<Vec<_>>()
            .join(" ");
        let last = line.split(' ').count() - 1;
        let run = format!(
            "source '{}'; COMP_WORDS=({words}); COMP_CWORD={last}; COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}; \
             _dateline dateline \"${{COMP_WORDS[{last}]}}\" \"${{COMP_WORDS[{last}-1]}}\"; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            file.display()
        );
        let output = Command::new("bash")
            .args(["--norc", "-c", &run])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(
            said.trim(),
            expected,
            "{line}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn quiet_says_only_what_is_wrong_and_verbose_says_more() {
    let folder = folder::Folder::base();
    let quiet = folder.run(["build", "--quiet"]);
    assert_eq!(
        (quiet.out.as_str(), quiet.err.as_str(), quiet.code),
        ("", "", 0)
    );
    let check = folder.run(["-q", "check"]);
    assert_eq!(
        (check.out.as_str(), check.err.as_str(), check.code),
        ("", "", 0)
    );
    // What was asked for is no chatter.
    assert!(
        folder
            .run(["-q", "list"])
            .out
            .contains("2024-04-02-biden-xi-call")
    );
    let json = folder.run(["-q", "check", "--format", "json"]).out;
    assert!(json.contains("\"errors\": 0"), "{json}");

    folder.write(
        "2024-04-09-added.yaml",
        "title: Added\nkind: other\nstatus: happened\nwhen: 2024-04-09\n",
    );
    let verbose = folder.run(["build", "-v"]).out;
    assert!(
        verbose.contains("\n  written site/events/2024-04-09-added/index.html\n"),
        "{verbose}"
    );
    assert!(verbose.contains("\n  make and write "), "{verbose}");
    folder.remove("2024-04-09-added.yaml");
    let verbose = folder.run(["--verbose", "build"]).out;
    assert!(
        verbose.contains("\n  removed site/events/2024-04-09-added/index.html\n"),
        "{verbose}"
    );

    folder.write("2024-04-09-wrong.yaml", "title: Wrong\n");
    let wrong = folder.run(["build", "--quiet"]);
    assert!(
        wrong.err.contains("nothing was built: 3 errors in events"),
        "{}",
        wrong.err
    );
    assert_eq!(wrong.code, 1);
    assert_eq!(folder.run(["build", "-q", "-v"]).code, 2);
}
