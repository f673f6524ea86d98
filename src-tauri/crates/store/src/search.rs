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
    digest BLOB NOT NULL,
    UNIQUE (record, kind)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
"#;

/// A title counts so many times as much as the rest.
const TITLE_WEIGHT: f64 = 8.0;
/// More than any word's worth (BM25 gives each about twice the logarithm of the number of records at most).
const IN_TITLE: f64 = 1000.0;
/// So many words of a query are looked at.
const MOST_TOKENS: usize = 16;

/// A record that a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The kind it was indexed under.
    pub kind: String,
    /// Its key.
    pub record: Uuid,
    /// How well it fits; higher is better, only comparable within one search.
    pub score: f64,
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
    let doc = match known {
        // Most edits leave the words alone.
        Some((_, before)) if before == digest[..] => return Ok(()),
        Some((doc, _)) => {
            connection
                .prepare_cached("DELETE FROM search_index WHERE rowid = ?1")?
                .execute([doc])?;
            connection
                .prepare_cached("UPDATE search_doc SET digest = ?2 WHERE doc = ?1")?
                .execute(params![doc, &digest[..]])?;
            doc
        }
        None => {
            connection
                .prepare_cached("INSERT INTO search_doc (kind, record, digest) VALUES (?1, ?2, ?3)")?
                .execute(params![kind, id.to_string(), &digest[..]])?;
            connection.last_insert_rowid()
        }
    };
    connection
        .prepare_cached("INSERT INTO search_index (rowid, title, body) VALUES (?1, ?2, ?3)")?
        .execute(params![doc, stored(title), stored(body)])?;
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

/// The best `limit` records that hold every word of `text`, or words that begin so. Those with all words in
/// their title come before the others, whatever else speaks for those.
pub(crate) fn search(connection: &Connection, text: &str, kinds: &[&str], limit: u32) -> Result<Vec<Hit>> {
    let Some(query) = expression(text) else {
        return Ok(Vec::new());
    };
    let mut hits = matching(connection, &format!("title : ({query})"), kinds, limit)?;
    hits.iter_mut().for_each(|hit| hit.score += IN_TITLE);
    if hits.len() < limit as usize {
        let in_title: HashSet<Uuid> = hits.iter().map(|hit| hit.record).collect();
        let others = matching(connection, &query, kinds, limit)?;
        hits.extend(others.into_iter().filter(|hit| !in_title.contains(&hit.record)));
        hits.truncate(limit as usize);
    }
    Ok(hits)
}

fn matching(connection: &Connection, query: &str, kinds: &[&str], limit: u32) -> Result<Vec<Hit>> {
    let mut wanted = vec![Sql::Text(query.to_owned()), Sql::Integer(i64::from(limit))];
    let mut only = String::new();
    if !kinds.is_empty() {
        let places: Vec<String> = (0..kinds.len()).map(|n| format!("?{}", n + 3)).collect();
        only = format!(" AND kind IN ({})", places.join(", "));
        wanted.extend(kinds.iter().map(|kind| Sql::Text((*kind).to_owned())));
    }
    let sql = format!(
        "SELECT kind, record, -bm25(search_index, {TITLE_WEIGHT}, 1.0) AS score
         FROM search_index JOIN search_doc ON doc = search_index.rowid
         WHERE search_index MATCH ?1{only} ORDER BY score DESC, doc LIMIT ?2"
    );
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query(params_from_iter(&wanted))?;
    let mut hits = Vec::new();
    while let Some(row) = rows.next()? {
        hits.push(Hit {
            kind: row.get(0)?,
            record: uuid(row.get_ref(1)?.as_str().unwrap_or_default())?,
            score: row.get(2)?,
        });
    }
    Ok(hits)
}

/// The FTS5 expression of a query; none if there is no word in it. Tokens hold only letters and digits, so
/// quoted they are never read as operators.
fn expression(text: &str) -> Option<String> {
    let parts: Vec<String> = asked(text)
        .into_iter()
        .take(MOST_TOKENS)
        .map(|token| match token {
            // The whole word counts as well as the beginning, so that it ranks first.
            Token::Word(word) => format!("(\"{word}\" OR \"{word}\"*)"),
            Token::Chars(chars) => format!("\"{chars}\""),
        })
        .collect();
    if parts.is_empty() {
        None
    } else {
        Some(parts.join(" AND "))
    }
}
