// The city that a zone is named after, as Chinese screens write it, where `data/places` knows it: the zone, then
// the name in Traditional characters and, where it differs, in Simplified ones. A zone is read by its name elsewhere.
import { lang } from './index.svelte'

const NAMES = `
Africa/Abidjan 阿比贊 阿比让
Africa/Accra 阿克拉
Africa/Addis_Ababa 阿迪斯阿貝巴 亚的斯亚贝巴
Africa/Algiers 阿爾及爾 阿尔及尔
Africa/Asmara 阿斯馬拉 阿斯马拉
Africa/Bamako 巴馬科 巴马科
Africa/Bangui 班基 班吉
Africa/Banjul 班竹 班珠尔
Africa/Bissau 比紹 比绍
Africa/Blantyre 布蘭太爾 布兰太尔
Africa/Brazzaville 布拉柴維爾 布拉柴维尔
Africa/Bujumbura 布松布拉 布琼布拉
Africa/Cairo 開羅 开罗
Africa/Casablanca 卡薩布蘭卡 卡萨布兰卡
Africa/Conakry 科納克里 科纳克里
Africa/Dakar 達喀爾 达喀尔
Africa/Dar_es_Salaam 達累斯薩拉姆 达累斯萨拉姆
Africa/Djibouti 吉布提
Africa/Douala 杜阿拉
Africa/Freetown 自由城 弗里敦
Africa/Gaborone 嘉柏隆里 哈博罗内
Africa/Harare 哈拉雷
Africa/Johannesburg 約翰內斯堡 约翰内斯堡
Africa/Juba 朱巴
Africa/Kampala 坎帕拉
Africa/Khartoum 喀土穆
Africa/Kigali 基加利
Africa/Kinshasa 金沙薩 金沙萨
Africa/Lagos 拉各斯
Africa/Libreville 利布維 利伯维尔
Africa/Lome 洛美
Africa/Luanda 盧安達 罗安达
Africa/Lubumbashi 盧本巴希 卢本巴希
Africa/Lusaka 盧薩卡 卢萨卡
Africa/Malabo 馬拉博 马拉博
Africa/Maputo 馬普托 马普托
Africa/Maseru 馬塞魯 马塞卢
Africa/Mbabane 墨巴本 姆巴巴纳
Africa/Mogadishu 摩加迪沙
Africa/Monrovia 蒙羅維亞 蒙罗维亚
Africa/Nairobi 內羅畢 内罗毕
Africa/Ndjamena 恩賈梅納 恩贾梅纳
Africa/Niamey 尼亞美 尼亚美
Africa/Nouakchott 努瓦克肖特
Africa/Ouagadougou 瓦加杜古
Africa/Porto-Novo 波多諾佛 波多诺伏
Africa/Sao_Tome 聖多美 圣多美
Africa/Tripoli 的黎波里
Africa/Tunis 突尼斯
Africa/Windhoek 溫特和克 温得和克
America/Anchorage 安克雷奇
America/Anguilla 安奎拉 安圭拉
America/Araguaina 阿拉瓜伊納 阿拉瓜伊纳
America/Argentina/Buenos_Aires 布宜諾斯艾利斯 布宜诺斯艾利斯
America/Argentina/Catamarca 卡塔馬卡 卡塔马卡
America/Argentina/Cordoba 科爾多瓦 科尔多瓦
America/Argentina/La_Rioja 拉里奧哈 拉里奥哈
America/Argentina/Mendoza 門多薩 门多萨
America/Argentina/Rio_Gallegos 里奧加耶戈斯 里奥加耶戈斯
America/Argentina/Salta 薩爾塔 萨尔塔
America/Argentina/San_Juan 聖胡安 圣胡安
America/Argentina/San_Luis 聖路易 圣路易斯
America/Argentina/Ushuaia 烏斯懷亞 乌斯怀亚
America/Aruba 阿魯巴 阿鲁巴
America/Asuncion 阿松森 亚松森
America/Bahia 薩爾瓦多 萨尔瓦多
America/Barbados 巴巴多斯
America/Belem 貝倫 贝伦
America/Belize 伯利茲 伯利兹
America/Boa_Vista 博阿維斯塔 博阿维斯塔
America/Bogota 波哥大
America/Boise 博伊西
America/Campo_Grande 大坎普
America/Cancun 坎昆
America/Caracas 加拉加斯
America/Cayenne 卡宴
America/Chicago 芝加哥
America/Chihuahua 芝娃娃 奇瓦瓦
America/Ciudad_Juarez 華雷斯城 华雷斯城
America/Costa_Rica 哥斯達黎加 哥斯达黎加
America/Coyhaique 科伊艾克
America/Cuiaba 庫亞巴 库亚巴
America/Curacao 庫拉索 库拉索
America/Denver 丹佛
America/Detroit 底特律
America/Dominica 多米尼克
America/Edmonton 愛民頓 埃德蒙顿
America/Eirunepe 艾魯內佩 依伦尼贝
America/El_Salvador 薩爾瓦多 萨尔瓦多
America/Fortaleza 福塔萊薩 福塔雷萨
America/Guadeloupe 瓜地洛普 瓜德罗普
America/Guatemala 瓜地馬拉 瓜地马拉
America/Guayaquil 瓜亞基爾 瓜亚基尔
America/Guyana 圭亞那 圭亚那
America/Halifax 哈利法克斯
America/Havana 夏灣拿 哈瓦那
America/Hermosillo 埃莫西約 埃莫西约
America/Indiana/Indianapolis 印第安納波利斯 印第安纳波利斯
America/Jamaica 牙買加 牙买加
America/Juneau 朱諾 朱诺
America/Kentucky/Louisville 路易維爾 路易维尔
America/La_Paz 拉巴斯
America/Lima 利馬 利马
America/Los_Angeles 洛杉磯 洛杉矶
America/Maceio 馬塞約 马塞约
America/Managua 馬那瓜 马那瓜
America/Manaus 瑪瑙斯 马瑙斯
America/Marigot 馬里戈特 马里戈特
America/Martinique 馬丁尼克 马提尼克
America/Mazatlan 馬薩特蘭 马萨特兰
America/Merida 梅里達 梅里达
America/Mexico_City 墨西哥城
America/Moncton 蒙克頓 蒙克顿
America/Monterrey 蒙特雷
America/Montevideo 蒙得維的亞 蒙得维的亚
America/Montserrat 蒙特塞拉特
America/Nassau 拿騷 拿骚
America/New_York 紐約 纽约
America/Nuuk 努克
America/Ojinaga 奧希納加 奥希纳加
America/Panama 巴拿馬城 巴拿马城
America/Paramaribo 巴拉馬利波 帕拉马里博
America/Phoenix 鳳凰城 凤凰城
America/Port-au-Prince 太子港
America/Port_of_Spain 西班牙港
America/Porto_Velho 韋柳港 波多韦柳
America/Puerto_Rico 聖胡安 圣胡安
America/Punta_Arenas 蓬塔阿雷納斯 蓬塔阿雷纳斯
America/Recife 累西腓
America/Regina 里賈納 里贾纳
America/Rio_Branco 里約布蘭科 里奥布郎库
America/Santarem 聖塔倫 圣塔伦
America/Santiago 聖地亞哥 圣地亚哥
America/Santo_Domingo 聖多明各 圣多明各
America/Sao_Paulo 聖保羅 圣保罗
America/St_Barthelemy 聖巴泰勒米 圣巴泰勒米
America/St_Johns 聖約翰斯 圣约翰斯
America/St_Lucia 聖盧西亞 圣卢西亚
America/Tegucigalpa 特古西加爾巴 特古西加尔巴
America/Tijuana 蒂華納 蒂华纳
America/Toronto 多倫多 多伦多
America/Vancouver 溫哥華 温哥华
America/Whitehorse 白馬市 怀特霍斯
America/Winnipeg 溫尼伯 温尼伯
Arctic/Longyearbyen 朗伊爾城 朗伊尔城
Asia/Aden 亞丁 亚丁
Asia/Almaty 阿拉木圖 阿拉木图
Asia/Amman 安曼
Asia/Aqtobe 阿克托比
Asia/Ashgabat 阿什哈巴德
Asia/Atyrau 阿特勞 阿特劳
Asia/Baghdad 巴格達 巴格达
Asia/Bahrain 巴林
Asia/Baku 巴庫 巴库
Asia/Bangkok 曼谷
Asia/Barnaul 巴爾瑙爾 巴尔瑙尔
Asia/Beirut 貝魯特 贝鲁特
Asia/Bishkek 比什凱克 比什凯克
Asia/Brunei 斯里巴加灣市 斯里巴加湾市
Asia/Chita 赤塔
Asia/Colombo 科倫坡 科伦坡
Asia/Damascus 大馬士革 大马士革
Asia/Dhaka 達卡 达卡
Asia/Dili 帝力
Asia/Dubai 迪拜
Asia/Dushanbe 杜尚別 杜尚别
Asia/Famagusta 法馬古斯塔 法马古斯塔
Asia/Gaza 加沙
Asia/Hebron 希伯侖 希伯伦
Asia/Ho_Chi_Minh 胡志明市
Asia/Hong_Kong 香港
Asia/Irkutsk 伊爾庫茨克 伊尔库茨克
Asia/Jakarta 雅加達 雅加达
Asia/Jayapura 查雅普拉 查亚普拉
Asia/Jerusalem 耶路撒冷
Asia/Kabul 喀布爾 喀布尔
Asia/Karachi 卡拉奇
Asia/Kathmandu 加德滿都 加德满都
Asia/Kolkata 加爾各答 加尔各答
Asia/Krasnoyarsk 克拉斯諾亞爾斯克 克拉斯诺亚尔斯克
Asia/Kuala_Lumpur 吉隆坡
Asia/Kuching 古晉 古晋
Asia/Kuwait 科威特城
Asia/Macau 澳門 澳门
Asia/Magadan 馬加丹 马加丹
Asia/Makassar 望加錫 望加锡
Asia/Manila 馬尼拉 马尼拉
Asia/Muscat 馬斯喀特 马斯喀特
Asia/Nicosia 尼科西亞 尼科西亚
Asia/Novokuznetsk 新庫茲涅茨克 新库兹涅茨克
Asia/Novosibirsk 新西伯利亞 新西伯利亚
Asia/Omsk 鄂木斯克
Asia/Oral 烏拉爾 乌拉尔
Asia/Phnom_Penh 金邊 金边
Asia/Pontianak 坤甸
Asia/Pyongyang 平壤
Asia/Qatar 卡塔爾 卡塔尔
Asia/Qyzylorda 克孜勒奧爾達 克孜洛尔达
Asia/Riyadh 利雅得
Asia/Samarkand 撒馬爾罕 撒马尔罕
Asia/Seoul 首爾 首尔
Asia/Shanghai 上海
Asia/Singapore 新加坡
Asia/Taipei 台北
Asia/Tashkent 塔什干
Asia/Tbilisi 第比利斯
Asia/Tehran 德黑蘭 德黑兰
Asia/Thimphu 廷布
Asia/Tokyo 東京 东京
Asia/Tomsk 托木斯克
Asia/Ulaanbaatar 烏蘭巴托 乌兰巴托
Asia/Urumqi 烏魯木齊 乌鲁木齐
Asia/Vientiane 萬象 万象
Asia/Vladivostok 海參崴 海参崴
Asia/Yakutsk 雅庫茨克 雅库茨克
Asia/Yangon 仰光
Asia/Yekaterinburg 葉卡捷琳堡 叶卡捷琳堡
Asia/Yerevan 埃里温
Atlantic/Bermuda 百慕達 百慕大
Atlantic/Cape_Verde 佛得角
Atlantic/Reykjavik 雷克雅未克
Atlantic/St_Helena 聖赫勒拿島 圣赫勒拿
Atlantic/Stanley 史丹利 斯坦利
Australia/Adelaide 阿德萊德 阿德莱德
Australia/Brisbane 布里斯班
Australia/Darwin 達爾文 达尔文
Australia/Hobart 霍巴特
Australia/Melbourne 墨爾本 墨尔本
Australia/Perth 珀斯
Australia/Sydney 悉尼
Europe/Amsterdam 阿姆斯特丹
Europe/Andorra 安道爾 安道尔
Europe/Astrakhan 阿斯特拉罕
Europe/Athens 雅典
Europe/Belgrade 貝爾格萊德 贝尔格莱德
Europe/Berlin 柏林
Europe/Bratislava 布拉迪斯拉發 布拉迪斯拉发
Europe/Brussels 布魯塞爾 布鲁塞尔
Europe/Bucharest 布加勒斯特
Europe/Budapest 布達佩斯 布达佩斯
Europe/Chisinau 基希訥烏 基希讷乌
Europe/Copenhagen 哥本哈根
Europe/Dublin 都柏林
Europe/Gibraltar 直布羅陀 直布罗陀
Europe/Helsinki 赫爾辛基 赫尔辛基
Europe/Isle_of_Man 馬恩島 马恩岛
Europe/Istanbul 伊斯坦堡 伊斯坦布尔
Europe/Jersey 澤西島 泽西岛
Europe/Kaliningrad 加里寧格勒 加里宁格勒
Europe/Kirov 基洛夫
Europe/Kyiv 基輔 基辅
Europe/Lisbon 里斯本
Europe/Ljubljana 盧布爾雅那 卢布尔雅那
Europe/London 倫敦 伦敦
Europe/Luxembourg 盧森堡 卢森堡
Europe/Madrid 馬德里 马德里
Europe/Malta 馬耳他 马耳他
Europe/Mariehamn 瑪麗港 玛丽港
Europe/Minsk 明斯克
Europe/Monaco 摩納哥 摩纳哥
Europe/Moscow 莫斯科
Europe/Oslo 奧斯陸 奥斯陆
Europe/Paris 巴黎
Europe/Podgorica 波德戈里察
Europe/Prague 布拉格
Europe/Riga 里加
Europe/Rome 羅馬 罗马
Europe/Samara 沙馬拉 萨马拉
Europe/San_Marino 聖馬利諾 圣马力诺
Europe/Sarajevo 薩拉熱窩 萨拉热窝
Europe/Saratov 薩拉托夫 萨拉托夫
Europe/Simferopol 辛非洛浦 辛菲罗波尔
Europe/Skopje 斯科普里
Europe/Sofia 索菲亞 索非亚
Europe/Stockholm 斯德哥爾摩 斯德哥尔摩
Europe/Tallinn 塔林
Europe/Tirane 地拉那
Europe/Ulyanovsk 烏里揚諾夫斯克 乌里扬诺夫斯克
Europe/Vaduz 華杜茲 瓦杜兹
Europe/Vatican 梵蒂岡 梵蒂冈
Europe/Vienna 維也納 维也纳
Europe/Vilnius 維爾紐斯 维尔纽斯
Europe/Volgograd 伏爾加格勒 伏尔加格勒
Europe/Warsaw 華沙 华沙
Europe/Zagreb 薩格勒布 萨格勒布
Europe/Zurich 蘇黎世 苏黎世
Indian/Antananarivo 安塔那那利佛
Indian/Maldives 馬爾代夫 马尔代夫
Indian/Mauritius 毛里裘斯 毛里求斯
Indian/Mayotte 馬約特 马约特
Indian/Reunion 留尼旺 留尼汪
Pacific/Apia 阿皮亞 阿皮亚
Pacific/Auckland 奧克蘭 奥克兰
Pacific/Fiji 斐濟 斐济
Pacific/Funafuti 富那富提 富纳富提
Pacific/Guam 關島 关岛
Pacific/Honolulu 檀香山
Pacific/Majuro 馬久羅 马朱罗
Pacific/Nauru 瑙魯 瑙鲁
Pacific/Niue 紐埃島 纽埃
Pacific/Noumea 努美阿
Pacific/Pago_Pago 帕果帕果
Pacific/Pitcairn 皮特凱恩島 皮特凯恩群岛
Pacific/Port_Moresby 莫士比港 莫尔兹比港
Pacific/Saipan 塞班
Pacific/Tarawa 塔拉瓦
`

const byZone = new Map(
  NAMES.trim()
    .split('\n')
    .map((line) => line.split(' ') as [zone: string, hant: string, hans?: string])
    .map(([zone, hant, hans]) => [zone, { 'zh-Hant': hant, 'zh-Hans': hans ?? hant }]),
)

/** Asia/Kuala_Lumpur is read Kuala Lumpur, 吉隆坡. */
export function zoneCity(zone: string): string {
  const of = lang()
  const named = of === 'en' ? undefined : byZone.get(zone)?.[of]
  return named ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Zones with a Chinese name. */
export const namedZones: readonly string[] = [...byZone.keys()]
