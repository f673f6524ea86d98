//! Finding records by what is written in them.
//!
//! A contentless FTS5 index over our own tokens (see `tokens`): it holds no second copy of the text, so a hit
//! says which record and the caller, which has the records in memory, shows it. The index is derived: it can
//! be emptied and filled again at any time.

use std::collections::HashSet;

use blake2::digest::consts::U16;
use blake2::{Blake2b, Digest};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use uuid::Uuid;

use crate::derived::uuid;
use crate::errors::Result;
use crate::tokens::{Token, asked, stored};

pub(crate) const V1: &str = r#"
CREATE TABLE search_doc (
    doc INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    words INTEGER NOT NULL,
    digest BLOB NOT NULL,
    UNIQUE (record, kind)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3', detail = column
);
"#;

/// One index of beginnings instead of three: FTS5 asks it for beginnings of one character as well as of two, and
/// longer ones are few enough to be looked up among the words. Each index more is written with every record. What an
/// import of thousands brings is written at once, instead of in a dozen pieces that have to be joined.
pub(crate) const V4: &str = r#"
DROP TABLE search_index;
DELETE FROM search_doc;
CREATE VIRTUAL TABLE search_index USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2', detail = column
);
INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 16777216);
"#;

/// So many fitting records are put in order. A query that fits more is too vague for their order to matter,
/// and ranking them all would take as long as reading them all.
const MOST_RANKED: u32 = 2000;
/// So many words of a query are looked at.
const MOST_TOKENS: usize = 16;

/// A record that a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The kind it was indexed under.
    pub kind: String,
    /// Its key.
    pub record: Uuid,
    /// How it fits, best first: 0 by whole words of its title, 1 by beginnings of them, 2 by whole words
    /// anywhere, 3 by beginnings anywhere.
    pub rank: u8,
}

pub(crate) fn put(connection: &Connection, kind: &str, id: Uuid, title: &str, body: &str) -> Result<()> {
    let digest = Blake2b::<U16>::new()
        .chain_update(title.len().to_le_bytes())
        .chain_update(title)
        .chain_update(body)
        .finalize();
    let known: Option<(i64, Vec<u8>)> = connection
        .prepare_cached("SELECT doc, digest FROM search_doc WHERE record = ?1 AND kind = ?2")?
        .query_row([&id.to_string(), kind], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let title = stored(title);
    let words = i64::try_from(title.split(' ').count()).unwrap_or(i64::MAX);
    let doc = match known {
        // Most edits leave the words alone.
        Some((_, before)) if before == digest[..] => return Ok(()),
        Some((doc, _)) => {
            connection
                .prepare_cached("DELETE FROM search_index WHERE rowid = ?1")?
                .execute([doc])?;
            connection
                .prepare_cached("UPDATE search_doc SET digest = ?2, words = ?3 WHERE doc = ?1")?
                .execute(params![doc, &digest[..], words])?;
            doc
        }
        None => {
            connection
                .prepare_cached(
                    "INSERT INTO search_doc (kind, record, words, digest) VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![kind, id.to_string(), words, &digest[..]])?;
            connection.last_insert_rowid()
        }
    };
    connection
        .prepare_cached("INSERT INTO search_index (rowid, title, body) VALUES (?1, ?2, ?3)")?
        .execute(params![doc, title, stored(body)])?;
    Ok(())
}

pub(crate) fn remove(connection: &Connection, kind: &str, id: Uuid) -> Result<()> {
    let doc: Option<i64> = connection
        .prepare_cached("DELETE FROM search_doc WHERE record = ?1 AND kind = ?2 RETURNING doc")?
        .query_row([&id.to_string(), kind], |row| row.get(0))
        .optional()?;
    if let Some(doc) = doc {
        connection
            .prepare_cached("DELETE FROM search_index WHERE rowid = ?1")?
            .execute([doc])?;
    }
    Ok(())
}

pub(crate) fn clear(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "INSERT INTO search_index (search_index) VALUES ('delete-all'); DELETE FROM search_doc;",
    )?;
    Ok(())
}

pub(crate) fn count(connection: &Connection) -> Result<u64> {
    crate::values::count(connection, "search_doc")
}

/// The best `limit` records that hold every word of `text`, or words that begin so: whole words in the title
/// first, then beginnings in the title, then whole words anywhere, then beginnings anywhere; among equals the
/// shortest title first.
pub(crate) fn search(connection: &Connection, text: &str, kinds: &[&str], limit: u32) -> Result<Vec<Hit>> {
    let tokens = asked(text);
    if tokens.is_empty() {
        return Ok(Vec::new());
    }
    let (whole, begun) = (expression(&tokens, false), expression(&tokens, true));
    let ranks = [
        format!("title : ({whole})"),
        format!("title : ({begun})"),
        whole,
        begun,
    ];
    let mut hits: Vec<Hit> = Vec::new();
    let mut met = HashSet::new();
    for (rank, query) in (0..).zip(ranks) {
        for hit in matching(connection, &query, rank, kinds, limit)? {
            if met.insert((hit.kind.clone(), hit.record)) {
                hits.push(hit);
            }
        }
        if hits.len() >= limit as usize {
            hits.truncate(limit as usize);
            break;
        }
    }
    Ok(hits)
}

fn matching(connection: &Connection, query: &str, rank: u8, kinds: &[&str], limit: u32) -> Result<Vec<Hit>> {
    let mut wanted = vec![Sql::Text(query.to_owned()), Sql::Integer(i64::from(limit))];
    let mut only = String::new();
    if !kinds.is_empty() {
        let places: Vec<String> = (0..kinds.len()).map(|n| format!("?{}", n + 3)).collect();
        only = format!(" AND kind IN ({})", places.join(", "));
        wanted.extend(kinds.iter().map(|kind| Sql::Text((*kind).to_owned())));
    }
    let sql = format!(
        "SELECT kind, record FROM (
            SELECT kind, record, words, doc FROM search_index JOIN search_doc ON doc = search_index.rowid
            WHERE search_index MATCH ?1{only} LIMIT {MOST_RANKED})
         ORDER BY words, doc LIMIT ?2"
    );
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query(params_from_iter(&wanted))?;
    let mut hits = Vec::new();
    while let Some(row) = rows.next()? {
        let record = uuid(row.get_ref(1)?.as_str().unwrap_or_default())?;
        hits.push(Hit {
            kind: row.get(0)?,
            record,
            rank,
        });
    }
    Ok(hits)
}

/// The FTS5 expression of a query. Tokens hold only letters and digits, so quoted they are never read as
/// operators.
fn expression(tokens: &[Token], begun: bool) -> String {
    let parts = tokens.iter().take(MOST_TOKENS).map(|token| match token {
        Token::Word(word) if begun => format!("\"{word}\" *"),
        Token::Word(word) => format!("\"{word}\""),
        Token::Chars(chars) => format!("\"{chars}\""),
    });
    parts.collect::<Vec<_>>().join(" AND ")
}
