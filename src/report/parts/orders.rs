//! The order lines, their sums, what the prices rest on, and why each line is there.

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::licensing::SalesChannel;
use crate::domain::money::{Money, PriceBasis};
use crate::domain::plan::{OrderLine, OrderWhen, Span, UnitPrice};
use crate::domain::programme::{NoteSection, Period, RuleId, Unit};
use crate::domain::source::FaqId;
use crate::domain::text::Statement;
use crate::i18n::{self, count};
use crate::report::model::{Block, Item, Line, Row, Table, Writer};
use crate::report::words::{Words, add_sentence, clean};

use super::remarks::notes_of;

fn channel_name(writer: &Writer<'_>, channel: SalesChannel) -> String {
    i18n::value(writer.words.language, Field::OrderChannel, channel.id())
}

pub(in crate::report) fn orders(writer: &Writer<'_>) -> Vec<Block> {
    let (words, plan) = (&writer.words, writer.input.plan);
    let notes = notes_of(writer, NoteSection::Purchase);
    if plan.orders.is_empty() {
        let mut faq: Vec<FaqId> = Vec::new();
        for row in &plan.ledger {
            for id in &row.trace.faq {
                if !faq.contains(id) {
                    faq.push(id.clone());
                }
            }
        }
        if faq.is_empty() {
            let rule = RuleId::LicensedPerDevice;
            faq = writer.input.sources(rule);
        }
        let text = words.tr(if writer.input.sells_through_partners_alone() {
            "plan-orders-empty"
        } else {
            "plan-orders-empty-anywhere"
        });
        let mut blocks = vec![Block::Paragraph(Line::new(text, &faq))];
        blocks.extend(notes);
        return blocks;
    }
    let mut blocks = vec![Block::Table(order_table(writer))];
    blocks.extend(totals(writer));
    blocks.push(Block::Paragraph(price_basis(writer)));
    blocks.extend(estimates(writer));
    blocks.push(Block::Heading(words.tr("plan-why")));
    blocks.push(Block::Items(order_reasons(writer)));
    if !notes.is_empty() {
        blocks.push(Block::Heading(words.tr("plan-good-to-know")));
        blocks.extend(notes);
    }
    blocks
}

fn order_table(writer: &Writer<'_>) -> Table {
    let (words, plan) = (&writer.words, writer.input.plan);
    let mut table = Table::new(
        vec![
            words.tr("plan-line"),
            words.tr("plan-sku"),
            words.tr("plan-year"),
            words.tr("plan-channel"),
            words.tr("plan-quantity"),
            words.tr("plan-unit-price"),
            words.tr("plan-total"),
            words.tr("plan-when"),
        ],
        &[0, 4, 5, 6],
    );
    for (position, line) in plan.orders.iter().enumerate() {
        let year = line.year.number().to_string();
        let price = line.unit_price.as_ref();
        let cells = vec![
            (position + 1).to_string(),
            clean(&line.sku_name).into_owned(),
            year_cell(words, line, year),
            channel_name(writer, line.channel),
            quantity(words, line),
            price.map_or_else(
                || words.tr("plan-no-price"),
                |price| unit_price(words, line, price),
            ),
            line.total
                .map_or_else(|| "–".to_owned(), |total| words.money(total)),
            when(writer, line),
        ];
        table.rows.push(Row {
            cells,
            ..Row::default()
        });
    }
    let has = |when| plan.orders.iter().any(|line| line.when == when);
    let both = has(OrderWhen::Now) && has(OrderWhen::Later);
    let mut sums = Vec::new();
    if both {
        sums.push((words.tr("plan-total-now"), Some(OrderWhen::Now)));
        sums.push((words.tr("plan-total-later"), Some(OrderWhen::Later)));
    }
    sums.push((words.tr("plan-total"), None));
    for (label, when) in sums {
        // Only licences of one kind can be added up.
        let is_plain = |line: &OrderLine| line.unit == Unit::Device && line.span == Span::Whole;
        let quantity = plan.orders.iter().all(is_plain).then(|| {
            let lines = plan.orders.iter();
            lines
                .filter(|line| when.is_none_or(|when| line.when == when))
                .map(|line| line.quantity)
                .sum()
        });
        let amounts = plan.amounts(when);
        let mut lines = plan.orders.iter();
        let is_whole =
            lines.all(|line| when.is_some_and(|when| line.when != when) || line.total.is_some());
        table.total(vec![
            String::new(),
            label,
            String::new(),
            String::new(),
            quantity.map_or_else(String::new, |quantity| words.number(quantity)),
            String::new(),
            match (amounts.is_empty(), is_whole) {
                (true, _) => "–".to_owned(),
                (false, true) => words.amounts(&amounts),
                (false, false) => words.with(
                    "plan-incomplete-sum",
                    &[("amount", words.amounts(&amounts).into())],
                ),
            },
            String::new(),
        ]);
    }
    table
}

/// The year, whether it is a back year or back charge, and the part of it that is charged.
fn year_cell(words: &Words<'_>, line: &OrderLine, year: String) -> String {
    let mut text = if line.back_charge {
        words.with("plan-back-charge", &[("year", year.into())])
    } else if line.back_year {
        words.with("plan-back-year", &[("year", year.into())])
    } else {
        year
    };
    match line.span {
        Span::Whole => {}
        Span::Months(months) => {
            text.push_str(", ");
            text.push_str(&words.counted("plan-count-months", u64::from(months)));
        }
        Span::Days { days, .. } => {
            text.push_str(", ");
            text.push_str(&words.counted("plan-count-days", u64::from(days)));
        }
    }
    text
}

/// How many of what, where it is not licences for one endpoint each.
fn quantity(words: &Words<'_>, line: &OrderLine) -> String {
    match line.unit {
        Unit::Device | Unit::User(_) | Unit::Account(_) => words.number(line.quantity),
        Unit::Cores(cores) if cores.pack > 1 => words.with(
            "plan-quantity-packs",
            &[
                ("count", count(line.quantity)),
                ("pack", count(u64::from(cores.pack))),
            ],
        ),
        Unit::Cores(_) => words.counted("plan-quantity-cores", line.quantity),
    }
}

/// A price with what it is for, where that is not one unit and year.
fn unit_price(words: &Words<'_>, line: &OrderLine, price: &UnitPrice) -> String {
    let mut text = words.money(price.amount);
    let period = match line.priced_for {
        Period::Year if line.span == Span::Whole => None,
        Period::Year => Some("plan-price-per-year"),
        Period::Month => Some("plan-price-per-month"),
        Period::Hour => Some("plan-price-per-hour"),
        Period::Once => Some("plan-price-once"),
    };
    if line.priced_per > 1 {
        text.push(' ');
        text.push_str(&words.counted("plan-price-per-units", u64::from(line.priced_per)));
    }
    if let Some(period) = period {
        text.push(' ');
        text.push_str(&words.tr(period));
    }
    text
}

fn when(writer: &Writer<'_>, line: &OrderLine) -> String {
    let words = &writer.words;
    match (line.when, line.order_by) {
        (OrderWhen::Later, None) => words.with(
            "plan-goes-on-from",
            &[("day", words.date(line.starts_on).into())],
        ),
        (OrderWhen::Later, Some(day)) => {
            words.with("plan-order-by", &[("day", words.date(day).into())])
        }
        (when, _) => words.when(when),
    }
}

/// Sums by channel, year and currency, where they say more than the order lines.
fn totals(writer: &Writer<'_>) -> Vec<Block> {
    let (words, plan) = (&writer.words, writer.input.plan);
    if plan.totals.len() == plan.orders.len() && !writer.input.has_several() {
        return Vec::new();
    }
    let mut headings = vec![
        words.tr("plan-channel"),
        words.tr("plan-year"),
        words.tr("plan-when"),
        words.tr("plan-quantity"),
        words.tr("plan-total"),
    ];
    let has_several = writer.input.has_several();
    if has_several {
        headings.insert(0, words.tr("plan-programme"));
    }
    let numbers = if has_several { [2, 4, 5] } else { [1, 3, 4] };
    let mut table = Table::new(headings, &numbers);
    for total in &plan.totals {
        let mut cells = vec![
            channel_name(writer, total.channel),
            total.year.number().to_string(),
            words.when(total.when),
            words.number(total.quantity),
            total
                .amount
                .map_or_else(|| words.tr("plan-no-price"), |amount| words.money(amount)),
        ];
        if let Some(name) = writer.input.tag(total.programme) {
            cells.insert(0, name.to_owned());
        }
        table.row(cells);
    }
    vec![Block::Heading(words.tr("plan-totals")), Block::Table(table)]
}

/// What lines without a confirmed price would cost at one that no source confirms; in no sum.
fn estimates(writer: &Writer<'_>) -> Vec<Block> {
    let words = &writer.words;
    let orders = writer.input.plan.orders.iter().enumerate();
    let items: Vec<Item> = orders
        .filter_map(|(position, line)| {
            let estimate = line.estimate.as_ref()?;
            let source = estimate.unit_price.source.as_ref();
            let source = source.map_or("", |source| source.get(words.language));
            let text = words.with(
                "plan-estimate",
                &[
                    ("number", (position + 1).to_string().into()),
                    (
                        "price",
                        unit_price(words, line, &estimate.unit_price).into(),
                    ),
                    ("total", words.money(estimate.total).into()),
                    ("source", clean(source).into_owned().into()),
                ],
            );
            let sku = writer.input.catalogue.sku(&line.sku)?;
            Some(Item {
                lines: vec![Line::new(text, &sku.faq)],
                ..Item::default()
            })
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    let mut sums: Vec<Money> = Vec::new();
    for estimate in writer
        .input
        .plan
        .orders
        .iter()
        .filter_map(|line| line.estimate.as_ref())
    {
        let total = estimate.total;
        match sums.iter_mut().find(|sum| sum.currency == total.currency) {
            Some(sum) => sum.minor_units = sum.minor_units.saturating_add(total.minor_units),
            None => sums.push(total),
        }
    }
    let together = words.with(
        "plan-estimates-together",
        &[("amount", words.amounts(&sums).into())],
    );
    vec![
        Block::Heading(words.tr("plan-estimates")),
        Block::Items(items),
        Block::Paragraph(Line::plain(together)),
    ]
}

/// What the prices rest on.
fn price_basis(writer: &Writer<'_>) -> Line {
    let (words, plan) = (&writer.words, writer.input.plan);
    let mut text = String::new();
    let mut said: Vec<String> = Vec::new();
    for line in &plan.orders {
        let sentence = match &line.unit_price {
            None => words.tr("plan-basis-none"),
            Some(price) => {
                let source = price
                    .source
                    .as_ref()
                    .map(|source| source.get(words.language));
                let source = clean(source.unwrap_or_default()).into_owned();
                let args = [("source", source.into())];
                match price.basis {
                    PriceBasis::Quote => words.tr("plan-basis-quote"),
                    PriceBasis::Press => words.with("plan-basis-press", &args),
                    PriceBasis::Published => words.with("plan-basis-published", &args),
                    PriceBasis::Promotion => words.with("plan-basis-promotion", &args),
                }
            }
        };
        if !said.contains(&sentence) {
            add_sentence(&mut text, &sentence);
            said.push(sentence);
        }
    }
    let ordered = plan.orders.iter().map(|line| line.programme);
    let faq = writer.input.sources_of(RuleId::AskForPrice, ordered);
    Line::new(text, &faq)
}

/// Why the lines stand there: what they share once, then what is each one's own.
fn order_reasons(writer: &Writer<'_>) -> Vec<Item> {
    let programmes = 0..writer.input.plan.programmes.len();
    programmes
        .flat_map(|programme| reasons_of(writer, programme))
        .collect()
}

/// The reasons of one programme's lines.
fn reasons_of(writer: &Writer<'_>, programme: usize) -> Vec<Item> {
    let (words, plan) = (&writer.words, writer.input.plan);
    let own: Vec<(usize, &OrderLine)> = plan
        .orders
        .iter()
        .enumerate()
        .filter(|(_, line)| line.programme == programme)
        .collect();
    let Some((_, first)) = own.first() else {
        return Vec::new();
    };
    let of_all = |holds: &dyn Fn(&OrderLine) -> bool| {
        own.len() > 1 && own.iter().all(|(_, line)| holds(line))
    };
    let is_shared = |reason: &Statement| of_all(&|line| line.trace.reasons.contains(reason));
    let is_cited_by_all = |id: &FaqId| of_all(&|line| line.trace.faq.contains(id));
    let share_grounds =
        of_all(&|line| line.groups == first.groups && line.trace.fields == first.trace.fields);
    let mut items = Vec::new();
    let mut common = String::new();
    for reason in first.trace.reasons.iter().filter(|r| is_shared(r)) {
        add_sentence(&mut common, &words.say(reason));
    }
    let mut lines = Vec::new();
    if !common.is_empty() {
        let cited = first.trace.faq.iter().filter(|id| is_cited_by_all(id));
        lines.push(Line::new(common, &cited.cloned().collect::<Vec<_>>()));
    }
    if share_grounds {
        lines.push(order_grounds(writer, first));
    }
    if !lines.is_empty() {
        items.push(Item {
            title: writer.input.tagged(programme, &words.tr("plan-all-lines")),
            lines,
            ..Item::default()
        });
    }
    for (position, line) in own.iter().copied() {
        let mut text = String::new();
        for reason in line.trace.reasons.iter().filter(|r| !is_shared(r)) {
            add_sentence(&mut text, &words.say(reason));
        }
        if let Some(day) = line.available_from
            && day > plan.as_of
        {
            let day = words.date(day);
            add_sentence(
                &mut text,
                &words.with("plan-on-sale-from", &[("day", day.into())]),
            );
        }
        // Beside what is its own, a line names the entries about its SKU.
        let sku = writer.input.catalogue.sku(&line.sku);
        let mut faq = sku.map_or_else(Vec::new, |sku| sku.faq.to_vec());
        for id in line.trace.faq.iter().filter(|id| !is_cited_by_all(id)) {
            if !faq.contains(id) {
                faq.push(id.clone());
            }
        }
        let mut lines = vec![Line::new(text, &faq)];
        if !share_grounds {
            lines.push(order_grounds(writer, line));
        }
        items.push(Item {
            title: words.with(
                "plan-line-number",
                &[
                    ("number", (position + 1).to_string().into()),
                    ("year", line.year.number().to_string().into()),
                ],
            ),
            lines,
            ..Item::default()
        });
    }
    items
}

fn order_grounds(writer: &Writer<'_>, line: &OrderLine) -> Line {
    let words = &writer.words;
    let names = words.named(line.groups.iter().map(|(position, quantity)| {
        format!("{} ({})", words.group(*position), words.number(*quantity))
    }));
    let positions: Vec<usize> = line.groups.iter().map(|(position, _)| *position).collect();
    writer.grounds(names, &line.trace.fields, &positions)
}
