//! Romanised Chinese family names, and given names that are never family names.
//!
//! Evidence for the order of a name, no more: what neither list decides is told to the planner as a guess.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Chinese (and Vietnamese and Korean) family names as they are written in Hong Kong, in Hanyu Pinyin, in Taiwan and
/// among the overseas Chinese.
const FAMILY: &str = "au aw au-yeung auyeung bai ban bao bau bian bo bu cai cao cen cha chai chak cham chan chang chao chat chau che cheah \
    chee chen cheng cheong cheuk cheung chew chi chia chiang chien chim chin ching chiong chiou chiu cho choi chok chong choo chou chow choy \
    chu chua chuang chui chun chung cong cui dai dam dang deng ding diu dong dou du duan fan fang fei feng fok foo fong fu fun fung gan \
    gao ge geng goh gong gu guan guo gung ha hai han hang hao he heng heung ho hoang hoi hong hoo hou hu hua huang hui hung huynh huo huon ip jen \
    ji jia jian jiang jiao jin jing ju kam kan kang kao kar ke khoo khor ko koay koh koo kok kong koo ku kuan kuang kum kung kuo kuok kwan \
    kwee kwok kwong lai lam lan lau law le lee lei leong leung lew li lian liang liao liew lim lin ling liou liu lo loh lok long loo lou \
    louie low lu lui luk lum lun lung luo luong lv ma mah mai mak man mao mei meng miao mo mok mu mui na ng ngai ngan ngo nguyen ni nie \
    niu ning oh on ong ou ouyang ou-yang ow pak pan pang pei peng pham phan phua pi ping poh pok poon pu pui pun qi qian qiao qin qiu qu quah quan que quek rao ren \
    rong ruan see seah seet seto shaw shek shen sheng shi shih shing shiu shu shum shuai si sia siao siew sik sim sin sit siu so soh sok song \
    soo sou su suen sui sum sun sung sy sze szeto sze-to sit-to situ seeto ta tai tam tan tang tao tat tay te teh teng teo teoh ti tian \
    tiang ting tiu to toh tong tran tsai tsang tsao tse tsim tseng tso tsoi tsou tsu tsui tsun tu tung tze un vong vu wai wan wang wat wee \
    wei wen weng wing wong woo wu xi xia xian xiang xiao xie xin xing xiong xu xue yam yan yang yao yap yau ye yee yeh yen yeo yeoh yeow yeung \
    yi yim yin ying yip yiu yong yoon you yu yuan yue yuen yuk yung zang zeng zha zhai zhan zhang zhao zhen zheng zhong zhou zhu zhuang zhuge zhuo zou zuo";

/// The commonest of them. Beside one of these, a word that is a rare family name is part of a given name as a rule:
/// "Chan Tai Man".
const COMMON: &str = "chan wong lee leung cheung lau ng cheng ho li chow yeung lam kwok tang tsang yuen fung yip poon chiu choi mak hui \
    tam tse lo law so kwan siu szeto wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie \
    song han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye su wei lu ding ren shen yao cui zhong tan jia \
    lim goh teo ong koh tay nguyen tran le pham kim park";

/// Family names of two words.
const TWO: [(&str, &str); 12] = [
    ("au", "yeung"),
    ("ou", "yang"),
    ("o", "young"),
    ("sze", "to"),
    ("szu", "to"),
    ("see", "to"),
    ("si", "tu"),
    ("ssu", "ma"),
    ("sze", "ma"),
    ("si", "ma"),
    ("chu", "kot"),
    ("ha", "hau"),
];

/// Given names of Europe and America that people with Chinese family names bear too.
const GIVEN: &str = "aaron abigail adam adrian agnes alan albert alex alexander alexandra alfred alice alison allan allen amanda amelia amy \
    andrea andrew andy angel angela anna annie anthony antonio april arthur ashley audrey barbara beatrice ben benjamin benny bernard bertha betty bill \
    billy bob bobby bonnie brandon brenda brian bruce bryan calvin candy carl carmen carol caroline carrie catherine cathy cecilia charles \
    charlie charlotte chloe chris christina christine christopher cindy claire clara clement cliff connie crystal cynthia daisy daniel danny david debbie \
    deborah denise dennis derek diana dominic donald donna dora doris dorothy douglas eddie edith edmond edmund edward edwin eileen elaine eleanor elizabeth \
    ella ellen elsa elvis emily emma eric erica ernest esther ethan eugene eunice eva evan evelyn fanny felix fiona flora florence frances francis \
    frank franklin fred freddie frederick gabriel gary geoffrey george gerald gilbert gina gloria gordon grace grant gregory hannah hans harold harry heidi helen henry \
    herbert herman hilary horace howard hugo ian irene iris isaac isabel isabella ivan ivy jack jackie jackson jacky jacob jacqueline jake james \
    jamie jane janet janice jasmine jason jay jean jeff jeffrey jennifer jenny jeremy jerry jessica jessie jill jim jimmy joan joanna joanne joe john johnny \
    jonathan jose joseph josephine joshua joyce juan judy julia julian julie june justin karen karl kate katherine kathy katie keith kelly kelvin ken \
    kenneth kenny kevin kimberly kitty larry laura lauren leo leon leonard leslie lily linda lisa liz louis louise lucas lucy luke lydia maggie \
    malcolm mandy marco marcus margaret maria marie marina mario mark martha martin mary matthew maurice max may melissa michael michelle miguel mike mimi miranda molly \
    monica nancy natalie nathan neil nelson nicholas nick nicole nigel nora norman olivia oliver oscar pamela patricia patrick paul paula pauline \
    pearl pedro peggy peter phil philip phillip phoebe polly queenie rachel ralph raymond rebecca regina rex richard rita rob robert robin roger roland ron ronald ronnie rosa \
    rose roy ruby russell ruth ryan sally sam samantha samuel sandra sandy sara sarah scott sean selina sharon sheila shirley silvia simon sonia sophia sophie \
    stanley stella stephanie stephen steve steven stewart stuart susan suzanne sylvia tammy ted teresa terence terry theresa thomas tiffany tim timothy tina \
    toby tom tommy tony tracy valerie vanessa vera vernon veronica vicky victor victoria vincent viola violet vivian walter wendy wilfred william willie winnie winston yvonne zoe";

static FAMILIES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| FAMILY.split_whitespace().collect());
static COMMONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| COMMON.split_whitespace().collect());
static GIVENS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| GIVEN.split_whitespace().collect());

/// Whether a word in small letters is a family name.
pub(super) fn is_family(word: &str) -> bool {
    FAMILIES.contains(word)
}

/// Whether a word in small letters is one of the commonest family names.
pub(super) fn is_common(word: &str) -> bool {
    COMMONS.contains(word)
}

/// Whether two words in small letters are one family name.
pub(super) fn is_family_of_two(first: &str, second: &str) -> bool {
    TWO.contains(&(first, second))
}

/// Whether a word in small letters is a given name of Europe or America.
pub(super) fn is_given(word: &str) -> bool {
    GIVENS.contains(word)
}
